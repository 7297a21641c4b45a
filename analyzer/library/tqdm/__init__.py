"""tqdm: progress bars, which show nothing here."""

from _tfscope import unknown


class tqdm(object):

    monitor_interval = 0

    def __init__(self, iterable=None, desc=None, total=None, *args, **kwargs):
        self.iterable, self.desc, self.total = iterable, desc, total
        if total is None and hasattr(iterable, "__len__"):
            self.total = len(iterable)
        self.n = kwargs.get("initial", 0)
        self.disable = kwargs.get("disable", False)

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.n += 1

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc

    set_description_str = set_description

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        pass

    def set_postfix_str(self, s="", refresh=True):
        pass

    def close(self):
        pass

    clear = refresh = unpause = close

    def reset(self, total=None):
        self.n = 0

    def display(self, msg=None, pos=None):
        pass

    @property
    def format_dict(self):
        return unknown("dict")

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        print(s, end=end)

    @classmethod
    def pandas(cls, *args, **kwargs):
        pass


tqdm_notebook = tqdm_gui = tqdm_pandas = tqdm


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tnrange = trange
