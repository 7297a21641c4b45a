"""gym.spaces.space"""
from gym.spaces import Space
