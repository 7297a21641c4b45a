"""gym.spaces.dict"""
from gym.spaces import Dict
