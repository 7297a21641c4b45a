"""tf.gfile: what files there are is not known."""

from _tfscope import unknown


class FileIO(object):

    def __init__(self, name, mode="r"):
        self._name = name
        self._mode = mode

    name = property(lambda self: self._name)
    mode = property(lambda self: self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return None

    def __iter__(self):
        return iter(unknown("list"))

    def read(self, n=-1):
        return unknown("bytes" if "b" in self._mode else "str")

    def readline(self):
        return unknown("str")

    def readlines(self):
        return unknown("list")

    def write(self, file_content):
        pass

    def size(self):
        return unknown("int")

    def seek(self, offset=None, whence=0, position=None):
        pass

    def tell(self):
        return unknown("int")

    def flush(self):
        pass

    def close(self):
        pass


def file_exists(filename):
    return unknown("bool")


file_exists_v2 = is_directory = is_directory_v2 = file_exists


def get_matching_files(filename):
    return unknown("list")


get_matching_files_v2 = list_directory = list_directory_v2 = get_matching_files


def walk(top, in_order=True):
    return unknown("list")


walk_v2 = walk


def _nothing(*args, **kwargs):
    pass


delete_file = delete_file_v2 = create_dir = create_dir_v2 = recursive_create_dir = recursive_create_dir_v2 = _nothing
copy = copy_v2 = rename = rename_v2 = delete_recursively = delete_recursively_v2 = write_string_to_file = _nothing


def read_file_to_string(filename, binary_mode=False):
    return unknown("str")


def stat(filename):
    return unknown("any")


stat_v2 = stat
