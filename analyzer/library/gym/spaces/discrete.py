"""gym.spaces.discrete"""
from gym.spaces import Discrete
