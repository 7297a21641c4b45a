"""tqdm._tqdm."""

from tqdm import tqdm, tqdm_notebook, trange, tnrange
