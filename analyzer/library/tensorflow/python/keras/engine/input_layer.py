"""Inputs of models: placeholders with a layer that stands for them."""
import _tfscope
from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine import base_layer, layer_calls


class InputLayer(base_layer.Layer):

    def __init__(self, input_shape=None, batch_size=None, dtype=None, input_tensor=None, sparse=False, name=None,
                 ragged=False, **kwargs):
        if "batch_input_shape" in kwargs:
            whole = kwargs.pop("batch_input_shape")
            if _both(input_shape, whole):
                raise ValueError("Only provide the input_shape OR batch_input_shape argument to InputLayer, not both at the "
                                 "same time.")
            batch_size, input_shape = (None, whole) if _tfscope.is_unknown(whole) else (whole[0], whole[1:])
        if kwargs:
            raise ValueError("Unrecognized keyword arguments:", kwargs.keys())
        name = name or "input_" + str(backend.get_uid("input"))
        if not dtype:
            dtype = backend.floatx() if input_tensor is None else backend.dtype(input_tensor)
        elif input_tensor is not None and input_tensor.dtype != dtypes.as_dtype(dtype):
            raise ValueError("`input_tensor.dtype` differs from `dtype`: %s vs. %s" % (input_tensor.dtype, dtype))
        super(InputLayer, self).__init__(dtype=dtype, name=name)
        self.built = True
        self.sparse, self.ragged, self.batch_size = sparse, ragged, batch_size
        self.supports_masking = True
        self.is_placeholder = input_tensor is None
        if self.is_placeholder:
            self._batch_input_shape = _whole_shape(batch_size, input_shape)
            if _tfscope.is_unknown(self._batch_input_shape):
                input_tensor = ops.unknown_constant(dtypes.as_dtype(dtype), name=self._name)
            else:
                input_tensor = backend.placeholder(shape=self._batch_input_shape, dtype=dtype, name=self._name, sparse=sparse)
        else:
            self._batch_input_shape = tuple(input_tensor.shape.as_list())
        input_tensor._keras_history = layer_calls.KerasHistory(self, 0, 0)
        input_tensor._keras_mask = None
        input_tensor.graph._attributes["keras_inputs"] = True
        layer_calls.Node(self, [input_tensor], [input_tensor], connected=False)

    def get_config(self):
        return {"batch_input_shape": self._batch_input_shape, "dtype": self.dtype, "sparse": self.sparse,
                "ragged": self.ragged, "name": self._name}


def _both(one, other):
    return not (_tfscope.is_unknown(one) or _tfscope.is_unknown(other)) and one and other


def _whole_shape(batch_size, shape):
    if shape is None or _tfscope.is_unknown(shape):
        return shape
    if isinstance(shape, int):
        shape = (shape,)
    return (batch_size,) + tuple(shape.as_list() if isinstance(shape, tensor_shape.TensorShape) else shape)


def Input(shape=None, batch_size=None, name=None, dtype=None, sparse=False, tensor=None, ragged=False, **kwargs):
    if sparse and ragged:
        raise ValueError("Cannot set both sparse and ragged to True in a Keras input.")
    whole = kwargs.pop("batch_input_shape", kwargs.pop("batch_shape", None))
    if _both(shape, whole):
        raise ValueError("Only provide the `shape` OR `batch_input_shape` argument to Input, not both at the same time.")
    given = whole is not None and (_tfscope.is_unknown(whole) or bool(whole))
    sizes = {"batch_input_shape": whole} if given else {"batch_size": batch_size, "input_shape": shape}
    if kwargs:
        raise ValueError("Unrecognized keyword arguments:", kwargs.keys())
    if not given and shape is None and tensor is None:
        raise ValueError("Please provide to Input either a `shape` or a `tensor` argument. Note that `shape` does not include "
                         "the batch dimension.")
    layer = InputLayer(name=name, dtype=dtype, sparse=sparse, ragged=ragged, input_tensor=tensor, **sizes)
    return layer._inbound_nodes[0].output_tensors[0]
