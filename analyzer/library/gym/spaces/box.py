"""gym.spaces.box"""
from gym.spaces import Box
