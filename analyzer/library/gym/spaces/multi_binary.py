"""gym.spaces.multi_binary"""
from gym.spaces import MultiBinary
