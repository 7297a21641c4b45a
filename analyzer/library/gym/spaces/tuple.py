"""gym.spaces.tuple"""
from gym.spaces import Tuple
