"""gym: environments, of which only the spaces are known."""
from _tfscope import unknown as _unknown
from gym.core import ActionWrapper, Env, GoalEnv, ObservationWrapper, RewardWrapper, Wrapper
from gym.spaces import Space

envs = wrappers = logger = utils = _unknown("opaque")

__version__ = "0.15.7"


def make(id, **kwargs):
    return _unknown("opaque")


def register(id, **kwargs):
    pass
