"""tqdm.autonotebook."""

from tqdm import tqdm, tqdm_notebook, trange, tnrange
