"""Fourier transforms of complex numbers."""

from tensorflow.python.framework.op_library import apply


def fft(input, name=None):
    return apply("FFT", name, [input])


def ifft(input, name=None):
    return apply("IFFT", name, [input])


def fft2d(input, name=None):
    return apply("FFT2D", name, [input])


def ifft2d(input, name=None):
    return apply("IFFT2D", name, [input])


def fft3d(input, name=None):
    return apply("FFT3D", name, [input])


def ifft3d(input, name=None):
    return apply("IFFT3D", name, [input])
