"""Gets tree-sitter's C sources from PyPI by pip and unpacks what the build compiles.

    fetch_tree_sitter.py PINS FOLDER

PINS is a requirements file with hashes. FOLDER appears at once and complete, or not at all:

    core/include, core/src      tree-sitter's runtime
    grammar/src                 the Python grammar: parser.c, scanner.c
    headers/tree_sitter         headers that the grammar includes; its archive leaves them out, the core has the same
    complete                    marks the end
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

# What to keep of an archive: its folder there, ours.
PARTS = {
    "tree-sitter": [("tree_sitter/core/lib/include", "core/include"), ("tree_sitter/core/lib/src", "core/src")],
    "tree-sitter-python": [("src", "grammar/src")],
}
SHARED_HEADERS = ["alloc.h", "array.h", "parser.h"]


def download(pins, folder):
    # Only these two as source archives: with `:all:`, pip would build its own build tools from source, too.
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps",
               "--require-hashes", "--no-binary", ",".join(PARTS), "--requirement", str(pins), "--dest", str(folder)]
    subprocess.run(command, check=True, stdout=sys.stderr)


def unpack(archive, folder):
    project = archive.name.replace("_", "-").rsplit("-", 1)[0]
    with tarfile.open(archive) as tar:
        for member in tar:
            path = pathlib.PurePosixPath(*pathlib.PurePosixPath(member.name).parts[1:])
            for source, target in PARTS[project]:
                if member.isfile() and path.is_relative_to(source) and ".." not in path.parts:
                    out = folder / target / path.relative_to(source)
                    out.parent.mkdir(parents=True, exist_ok=True)
                    out.write_bytes(tar.extractfile(member).read())


def main():
    pins, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        archives, tree = pathlib.Path(scratch, "archives"), pathlib.Path(scratch, "tree")
        download(pins, archives)
        for archive in sorted(archives.glob("*.tar.gz")):
            unpack(archive, tree)
        headers = tree / "headers" / "tree_sitter"
        headers.mkdir(parents=True)
        for name in SHARED_HEADERS:
            shutil.copyfile(tree / "core" / "src" / name, headers / name)
        (tree / "complete").touch()
        tree.chmod(0o755)
        try:
            os.rename(tree, folder)
        except OSError:
            # Another build was faster, which is as good; an incomplete folder of unknown origin is not ours to delete.
            if not (folder / "complete").exists():
                raise


if __name__ == "__main__":
    main()
