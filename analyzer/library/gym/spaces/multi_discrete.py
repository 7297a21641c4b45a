"""gym.spaces.multi_discrete"""
from gym.spaces import MultiDiscrete
