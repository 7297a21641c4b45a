"""A step function over the steps of a tensor, as Keras runs it."""
from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, tensor_array_ops
from tensorflow.python.util import nest


def _swapped(tensor):
    axes = list(range(tensor.shape.ndims))
    axes[0], axes[1] = 1, 0
    return array_ops.transpose(tensor, axes)


def _widened(mask, tensor, fixed=1):
    """A mask of steps, or of batches, for each element of a tensor."""
    for _ in range(tensor.shape.ndims - mask.shape.ndims):
        mask = array_ops.expand_dims(mask, -1)
    return array_ops.tile(mask, [1] * fixed + tensor.shape.as_list()[fixed:])


def rnn(step_function, inputs, initial_states, go_backwards=False, mask=None, unroll=False, time_major=False,
        zero_output_for_mask=False):
    """The last output, all outputs and the last states."""
    if not time_major:
        inputs = nest.map_structure(_swapped, inputs)
    first = nest.flatten(inputs)[0]
    steps, batch = first.shape.as_list()[:2]
    count = array_ops.shape(first)[0]
    if mask is not None:
        mask = mask if mask.dtype == dtypes.bool else math_ops.cast(mask, dtypes.bool)
        mask = array_ops.expand_dims(mask, -1) if mask.shape.ndims == 2 else mask
        mask = mask if time_major else _swapped(mask)
    if unroll:
        last, outputs, states = _unrolled(step_function, inputs, initial_states, go_backwards, mask, steps)
    else:
        last, outputs, states = _looped(step_function, inputs, initial_states, go_backwards, mask, count,
                                        zero_output_for_mask)

    def shaped(output):
        sizes = output.shape.as_list()
        output.set_shape([steps, batch] + sizes[2:])
        return output if time_major else _swapped(output)

    return last, nest.map_structure(shaped, outputs), states


def _unrolled(step_function, inputs, initial_states, go_backwards, mask, steps):
    if not steps:
        raise ValueError("Unrolling requires a fixed number of timesteps.")
    flat, states, outputs = [array_ops.unstack(tensor) for tensor in nest.flatten(inputs)], tuple(initial_states), []
    masks = None if mask is None else array_ops.unstack(mask)
    order = list(range(steps - 1, -1, -1)) if go_backwards else list(range(steps))
    for i in order:
        current = nest.pack_sequence_as(inputs, [tensor[i] for tensor in flat])
        output, new_states = step_function(current, tuple(states))
        if masks is not None:
            wide = _widened(masks[i], output)
            before = outputs[-1] if outputs else array_ops.zeros_like(output)
            output = array_ops.where(wide, output, before)
            new_states = [array_ops.where(_widened(masks[i], new), new, old) for old, new in zip(states, new_states)]
        states = new_states
        outputs.append(output)
    return outputs[-1], array_ops.stack(outputs), states


def _looped(step_function, inputs, initial_states, go_backwards, mask, count, zero_output_for_mask):
    states, flat_inputs = tuple(initial_states), nest.flatten(inputs)

    def array(name, dtype, **more):
        return tensor_array_ops.TensorArray(dtype=dtype, size=count, tensor_array_name=name, **more)

    arrays = [array("input_ta_%s" % i, tensor.dtype) for i, tensor in enumerate(flat_inputs)]
    arrays = [one.unstack(array_ops.reverse(tensor, [0]) if go_backwards else tensor)
              for one, tensor in zip(arrays, flat_inputs)]
    first = nest.pack_sequence_as(inputs, [tensor[0] for tensor in flat_inputs])
    output_at_zero, _ = step_function(first, tuple(initial_states))
    output_arrays = tuple([array("output_ta_%s" % i, output.dtype, element_shape=output.shape)
                           for i, output in enumerate(nest.flatten(output_at_zero))])
    time = constant_op.constant(0, dtype="int32", name="time")
    mask_array, zeros = None, ()
    if mask is not None:
        mask_array = array("mask_ta", dtypes.bool).unstack(array_ops.reverse(mask, [0]) if go_backwards else mask)
        zeros = tuple([array_ops.zeros_like(output) for output in nest.flatten(output_at_zero)])

    def step(time, arrays_now, *rest):
        current = nest.pack_sequence_as(inputs, [one.read(time) for one in arrays])
        now = None if mask is None else mask_array.read(time)
        states = rest if mask is None else rest[1:]
        output, new_states = step_function(current, tuple(states))
        flat, old, new = nest.flatten(output), nest.flatten(states), nest.flatten(new_states)
        if mask is not None:
            before = zeros if zero_output_for_mask else rest[0]
            wide = [_widened(now, one) for one in flat]
            flat = [array_ops.where(one, value, other) for one, value, other in zip(wide, flat, before)]
        for one, other in zip(old, new):
            if isinstance(other, ops.Tensor):
                other.set_shape(one.shape)
        if mask is not None:
            wide = [_widened(now, one) for one in old]
            new = [array_ops.where(one, value, other) for one, value, other in zip(wide, new, old)]
        arrays_now = tuple([one.write(time, value) for one, value in zip(arrays_now, flat)])
        packed = nest.pack_sequence_as(initial_states if mask is None else new_states, new)
        return (time + 1, arrays_now) + (() if mask is None else (tuple(flat),)) + tuple(packed)

    start = (time, output_arrays) + (() if mask is None else (zeros,)) + states
    final = control_flow_ops.while_loop(lambda time, *_: time < count, step, start)
    outputs = [one.stack() for one in final[1]]
    last = nest.pack_sequence_as(output_at_zero, [output[-1] for output in outputs])
    return last, nest.pack_sequence_as(output_at_zero, outputs), final[2 if mask is None else 3:]
