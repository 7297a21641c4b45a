"""Files as tf.gfile opens them."""

from tensorflow.python.lib.io.file_io import (
    FileIO, copy as Copy, create_dir as MkDir, delete_file as Remove, delete_recursively as DeleteRecursively,
    file_exists as Exists, get_matching_files as Glob, is_directory as IsDirectory, list_directory as ListDirectory,
    recursive_create_dir as MakeDirs, rename as Rename, stat as Stat, walk as Walk)


class GFile(FileIO):
    pass


class FastGFile(FileIO):
    pass


Open = GFile
