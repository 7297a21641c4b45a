"""Cells run over time: in a loop of the graph, or unrolled."""

from _tfscope import is_unknown
from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape, tensor_util, uncertain_shapes
from tensorflow.python.keras.engine import base_layer
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, rnn_cell_impl, tensor_array_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops.rnn_cell_impl import assert_like_rnncell, concat_sizes
from tensorflow.python.util import nest


# ---- what the functions share
def _cache_on_reader(scope):
    """Outside of loops the scope's variables are cached where they are read."""
    context = ops.get_default_graph()._get_control_flow_context()
    while context is not None and not isinstance(context, control_flow_ops.WhileContext):
        context = context.outer_context
    if context is None and scope.caching_device is None:
        scope.set_caching_device(lambda op: op.device)


def _transpose_batch_time(x):
    shape = x.get_shape()
    if shape.ndims is not None and shape.ndims < 2:
        return x
    order = array_ops.concat(([1, 0], math_ops.range(2, array_ops.rank(x))), axis=0)
    result = array_ops.transpose(x, order)
    if shape.ndims is not None:
        result.set_shape(tensor_shape.TensorShape([shape[1], shape[0]]).concatenate(shape[2:]))
    return result


def _batch_size(tensors):
    """Of tensors with the time first."""
    for tensor in tensors:
        if tensor.shape.ndims is None:
            continue
        if tensor.shape.ndims < 2:
            raise ValueError("Expected input tensor %s to have rank at least 2" % tensor)
        if tensor.shape.dims[1].value is not None:
            return tensor.shape.dims[1].value
    return array_ops.shape(tensors[0])[1]


def _state_dtype(dtype, state):
    if dtype is not None:
        return dtype
    if not nest.is_sequence(state):
        return state.dtype
    found = [part.dtype for part in nest.flatten(state)]
    if not found:
        raise ValueError("Unable to infer dtype from empty state.")
    if any([part != found[0] for part in found]):
        raise ValueError("State has tensors of different inferred_dtypes. Unable to infer a single representative dtype.")
    return found[0]


def _initial_state(cell, state, batch_size, dtype, message):
    if state is not None:
        return state
    if not dtype:
        raise ValueError(message)
    if getattr(cell, "get_initial_state", None) is not None:
        return cell.get_initial_state(inputs=None, batch_size=batch_size, dtype=dtype)
    return cell.zero_state(batch_size, dtype)


def _is_keras_cell(cell):
    return (not isinstance(cell, rnn_cell_impl.RNNCell) and isinstance(cell, base_layer.Layer) and
            getattr(cell, "zero_state", None) is None)


def _size(value):
    return tensor_shape.as_shape(tensor_util.constant_value(value)) if isinstance(value, ops.Tensor) else value


def _call_cell(cell, inputs, state):
    """A cell of Keras takes and gives its states as a list."""
    if not _is_keras_cell(cell):
        return cell(inputs, state)
    output, new_state = cell(inputs, state if nest.is_sequence(state) else [state])
    return output, new_state[0] if len(new_state) == 1 else new_state


class _Lengths(object):
    """The lengths of sequences: past its end a sequence gives zeros, and keeps its state."""

    def __init__(self, lengths, zero_output):
        self.lengths, self.zero_output = lengths, zero_output
        self.shortest = math_ops.reduce_min(lengths)
        self.longest = math_ops.reduce_max(lengths)

    def step(self, time, state, call, in_loop):
        old = nest.flatten(self.zero_output) + nest.flatten(state)
        over = time >= self.lengths

        def called():
            output, new_state = call()
            nest.assert_same_structure(self.zero_output, output)
            nest.assert_same_structure(state, new_state)
            return nest.flatten(output) + nest.flatten(new_state)

        def copied(new):
            return [self._copied(over, *pair) for pair in zip(old, new)]

        def within():
            new = called()
            return control_flow_ops.cond(time < self.shortest, lambda: new, lambda: copied(new))

        if in_loop:
            new = copied(called())
        else:
            new = control_flow_ops.cond(time >= self.longest, lambda: old, within)
            new = new if isinstance(new, (list, tuple)) else [new]
        for before, after in zip(old, new):
            if not isinstance(after, tensor_array_ops.TensorArray):
                after.set_shape(before.get_shape())
        count = len(nest.flatten(self.zero_output))
        return nest.pack_sequence_as(self.zero_output, new[:count]), nest.pack_sequence_as(state, new[count:])

    def _copied(self, over, old, new):
        if isinstance(old, tensor_array_ops.TensorArray) or old.shape.ndims == 0:
            return new
        with ops.colocate_with(new):
            return array_ops.where(over, old, new)


# ---- dynamic
def dynamic_rnn(cell, inputs, sequence_length=None, initial_state=None, dtype=None, parallel_iterations=None,
                swap_memory=False, time_major=False, scope=None):
    assert_like_rnncell("cell", cell)
    with vs.variable_scope(scope or "rnn") as varscope:
        _cache_on_reader(varscope)
        flat_input = nest.flatten(inputs)
        if any([is_unknown(part) for part in flat_input]) or not time_major:
            flat_input = [ops.convert_to_tensor(part) for part in flat_input]
        for part in flat_input:
            uncertain_shapes.assume(part, 3, 2)
        if not time_major:
            flat_input = [_transpose_batch_time(part) for part in flat_input]
        if sequence_length is not None:
            sequence_length = math_ops.cast(sequence_length, dtypes.int32)
            if sequence_length.get_shape().ndims not in (None, 1):
                raise ValueError("sequence_length must be a vector of length batch_size, but saw shape: %s" %
                                 sequence_length.get_shape())
            sequence_length = array_ops.identity(sequence_length, name="sequence_length")
        batch_size = _batch_size(flat_input)
        state = _initial_state(cell, initial_state, batch_size, dtype,
                               "If there is no initial_state, you must give a dtype.")
        if sequence_length is not None:
            sequence_length = _checked(sequence_length, batch_size)
        inputs = nest.pack_sequence_as(inputs, flat_input)
        outputs, final_state = _loop_over_time(cell, inputs, state, parallel_iterations or 32, swap_memory,
                                               sequence_length, dtype)
        if not time_major:
            outputs = nest.map_structure(_transpose_batch_time, outputs)
        return outputs, final_state


def _checked(lengths, batch_size):
    actual, wanted = array_ops.shape(lengths), array_ops.stack([batch_size])
    check = control_flow_ops.Assert(
        math_ops.reduce_all(math_ops.equal(actual, wanted)),
        ["Expected shape for Tensor %s is " % lengths.name, wanted, " but saw shape: ", actual])
    with ops.control_dependencies([check]):
        return array_ops.identity(lengths, name="CheckSeqLen")


def _static_sizes(shapes):
    """The number of steps and the batch size, as far as they are known."""
    steps, batch = shapes[0].as_list()[:2]
    for shape in shapes:
        if not shape[2:].is_fully_defined():
            raise ValueError("Input size (depth of inputs) must be accessible via shape inference, but saw value None.")
        if _differ(shape.dims[0].value, steps):
            raise ValueError("Time steps is not the same for all the elements in the input in a batch.")
        if _differ(shape.dims[1].value, batch):
            raise ValueError("Batch_size is not the same for all the elements in the input.")
    return steps, batch


def _differ(one, other):
    return (one is None) != (other is None) or not tensor_shape.fits(one, other)


def _loop_over_time(cell, inputs, state, parallel_iterations, swap_memory, sequence_length, dtype):
    assert isinstance(parallel_iterations, int), "parallel_iterations must be int"
    flat_input, flat_size = nest.flatten(inputs), nest.flatten(cell.output_size)
    time_steps = array_ops.shape(flat_input[0])[0]
    batch_size = _batch_size(flat_input)
    shapes = [part.get_shape().with_rank_at_least(3) for part in flat_input]
    const_steps, const_batch = _static_sizes(shapes)
    output_dtype = _state_dtype(dtype, state)
    zeros = [array_ops.zeros(array_ops.stack(concat_sizes(batch_size, size)), output_dtype) for size in flat_size]
    lengths = None
    if sequence_length is not None:
        lengths = _Lengths(sequence_length, nest.pack_sequence_as(cell.output_size, zeros))
    time = array_ops.constant(0, dtype=dtypes.int32, name="time")
    with ops.name_scope("dynamic_rnn"):
        pass

    def array(shape, kind):
        return tensor_array_ops.TensorArray(dtype=kind, size=time_steps, element_shape=shape)

    rows = tensor_shape.TensorShape([const_batch])
    output_arrays = [array(rows.concatenate(_size(size)), output_dtype) for size in flat_size]
    input_arrays = [array(part.shape[1:], part.dtype) for part in flat_input]
    input_arrays = [one.unstack(part) for one, part in zip(input_arrays, flat_input)]

    def step(time, arrays, state):
        parts = [one.read(time) for one in input_arrays]
        for part, shape in zip(parts, shapes):
            part.set_shape(shape[1:])
        current = nest.pack_sequence_as(inputs, parts)
        if lengths is None:
            output, new_state = _call_cell(cell, current, state)
        else:
            output, new_state = lengths.step(time, state, lambda: _call_cell(cell, current, state), in_loop=True)
        arrays = [one.write(time, part) for one, part in zip(arrays, nest.flatten(output))]
        return time + 1, tuple(arrays), new_state

    longest = time_steps if lengths is None else lengths.longest
    bound = math_ops.minimum(time_steps, math_ops.maximum(1, longest))
    _, arrays, state = control_flow_ops.while_loop(
        lambda time, *_: time < bound, step, (time, tuple(output_arrays), state),
        parallel_iterations=parallel_iterations, maximum_iterations=time_steps, swap_memory=swap_memory)
    outputs = [one.stack() for one in arrays]
    for output, size in zip(outputs, flat_size):
        output.set_shape(concat_sizes([const_steps, const_batch], size, static=True))
    return nest.pack_sequence_as(cell.output_size, outputs), state


def bidirectional_dynamic_rnn(cell_fw, cell_bw, inputs, sequence_length=None, initial_state_fw=None,
                              initial_state_bw=None, dtype=None, parallel_iterations=None, swap_memory=False,
                              time_major=False, scope=None):
    assert_like_rnncell("cell_fw", cell_fw)
    assert_like_rnncell("cell_bw", cell_bw)
    time_axis, batch_axis = (0, 1) if time_major else (1, 0)
    options = dict(sequence_length=sequence_length, dtype=dtype, parallel_iterations=parallel_iterations,
                   swap_memory=swap_memory, time_major=time_major)

    def reverse(value):
        if sequence_length is None:
            return array_ops.reverse(value, axis=[time_axis])
        return array_ops.reverse_sequence(input=value, seq_lengths=sequence_length, seq_axis=time_axis,
                                          batch_axis=batch_axis)

    with vs.variable_scope(scope or "bidirectional_rnn"):
        with vs.variable_scope("fw") as fw_scope:
            output_fw, state_fw = dynamic_rnn(cell_fw, inputs, initial_state=initial_state_fw, scope=fw_scope, **options)
        with vs.variable_scope("bw") as bw_scope:
            backwards = nest.map_structure(reverse, inputs)
            output_bw, state_bw = dynamic_rnn(cell_bw, backwards, initial_state=initial_state_bw, scope=bw_scope,
                                              **options)
    return (output_fw, nest.map_structure(reverse, output_bw)), (state_fw, state_bw)


def raw_rnn(cell, loop_fn, parallel_iterations=None, swap_memory=False, scope=None):
    assert_like_rnncell("cell", cell)
    if not callable(loop_fn):
        raise TypeError("loop_fn must be a callable")
    with vs.variable_scope(scope or "rnn") as varscope:
        _cache_on_reader(varscope)
        time = constant_op.constant(0, dtype=dtypes.int32)
        finished, inputs, state, emitted, init_loop_state = loop_fn(time, None, None, None)
        loop_state = constant_op.constant(0, dtype=dtypes.int32) if init_loop_state is None else init_loop_state
        flat_input = nest.flatten(inputs)
        rows = tensor_shape.dimension_value(flat_input[0].get_shape().with_rank_at_least(1)[0])
        batch_size = array_ops.shape(flat_input[0])[0] if rows is None else rows
        nest.assert_same_structure(state, cell.state_size)
        state = nest.map_structure(ops.convert_to_tensor, state)
        sizes, kinds = _emitted_sizes(cell, emitted, state)
        structure = cell.output_size if emitted is None else emitted
        arrays = [tensor_array_ops.TensorArray(
            dtype=kind, dynamic_size=True, size=0, name="rnn_output_%d" % i,
            element_shape=tensor_shape.TensorShape([rows]).concatenate(_size(size)))
            for i, (kind, size) in enumerate(zip(kinds, sizes))]
        zeros = [array_ops.zeros(concat_sizes(batch_size, size), kind) for kind, size in zip(kinds, sizes)]
        arrays, zeros = nest.pack_sequence_as(structure, arrays), nest.pack_sequence_as(structure, zeros)

        def body(time, finished, inputs, arrays, state, loop_state):
            output, cell_state = cell(inputs, state)
            nest.assert_same_structure(state, cell_state)
            nest.assert_same_structure(cell.output_size, output)
            following = time + 1
            done, next_input, next_state, emit, next_loop_state = loop_fn(following, output, cell_state, loop_state)
            nest.assert_same_structure(state, next_state)
            nest.assert_same_structure(inputs, next_input)
            nest.assert_same_structure(arrays, emit)
            emit, next_state = _unless(finished, zeros, emit), _unless(finished, state, next_state)
            arrays = nest.map_structure(lambda array, value: array.write(time, value), arrays, emit)
            return (following, math_ops.logical_or(finished, done), next_input, arrays, next_state,
                    loop_state if next_loop_state is None else next_loop_state)

        returned = control_flow_ops.while_loop(
            lambda time, finished, *_: math_ops.logical_not(math_ops.reduce_all(finished)), body,
            [time, finished, inputs, arrays, state, loop_state], parallel_iterations=parallel_iterations or 32,
            swap_memory=swap_memory)
        return returned[-3], returned[-2], None if init_loop_state is None else returned[-1]


def _emitted_sizes(cell, emitted, state):
    if emitted is None:
        sizes = nest.flatten(cell.output_size)
        return sizes, [nest.flatten(state)[0].dtype] * len(sizes)
    parts = nest.flatten(emitted)
    sizes = [part.shape if part.shape.is_fully_defined() else array_ops.shape(part) for part in parts]
    return sizes, [part.dtype for part in parts]


def _unless(finished, old, new):

    def copied(one, other):
        if isinstance(one, tensor_array_ops.TensorArray) or one.shape.ndims == 0:
            return other
        with ops.colocate_with(other):
            return array_ops.where(finished, one, other)

    return nest.map_structure(copied, old, new)


# ---- unrolled
def _check_inputs(inputs):
    if is_unknown(inputs):
        return
    if not nest.is_sequence(inputs):
        raise TypeError("inputs must be a sequence")
    if not inputs:
        raise ValueError("inputs must not be empty")


def static_rnn(cell, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
    assert_like_rnncell("cell", cell)
    _check_inputs(inputs)
    with vs.variable_scope(scope or "rnn") as varscope:
        _cache_on_reader(varscope)
        if is_unknown(inputs):
            inputs = [inputs[0], inputs[1]]  # one step that makes variables, one that shares them
        inputs = nest.map_structure(lambda part: ops.convert_to_tensor(part) if is_unknown(part) else part, inputs)
        first = nest.flatten(inputs)[0]
        rows = _rows(first, inputs)
        batch_size = rows if rows else array_ops.shape(first)[0]
        state = _initial_state(cell, initial_state, batch_size, dtype,
                               "If no initial_state is provided, dtype must be specified")
        lengths = None
        if sequence_length is not None:
            lengths = _static_lengths(cell, sequence_length, batch_size, rows, _state_dtype(dtype, state))
        outputs = []
        for time, step_input in enumerate(inputs):
            if time > 0:
                varscope.reuse_variables()

            def call():
                return _call_cell(cell, step_input, state)

            output, state = call() if lengths is None else lengths.step(time, state, call, in_loop=False)
            outputs.append(output)
        return outputs, state


def _rows(first, inputs):
    for part in nest.flatten(inputs):
        uncertain_shapes.assume(part, 2, 1)
    if first.get_shape().ndims == 1:
        return tensor_shape.dimension_value(first.get_shape()[0])
    rows = first.get_shape().with_rank_at_least(2).dims[0]
    for part in nest.flatten(inputs):
        shape = part.get_shape().with_rank_at_least(2)
        rows.merge_with(shape.dims[0])
        for i, size in enumerate(shape.dims[1:]):
            if tensor_shape.dimension_value(size) is None:
                raise ValueError("Input size (dimension %d of inputs) must be accessible via shape inference, but saw value "
                                 "None." % i)
    return tensor_shape.dimension_value(rows)


def _static_lengths(cell, sequence_length, batch_size, rows, dtype):
    sequence_length = ops.convert_to_tensor(sequence_length, name="sequence_length")
    if sequence_length.get_shape().ndims not in (None, 1):
        raise ValueError("sequence_length must be a vector of length batch_size")

    def zeros(size):
        output = array_ops.zeros(array_ops.stack(concat_sizes(batch_size, size)), dtype)
        output.set_shape(concat_sizes(rows, size, static=True))
        return output

    zero_output = nest.map_structure(zeros, cell.output_size)
    return _Lengths(math_ops.cast(sequence_length, dtypes.int32), zero_output)


def _reversed(inputs, lengths):
    if lengths is None:
        return list(reversed(inputs))
    steps = [nest.flatten(step) for step in inputs]
    turned = []
    for sequence in zip(*steps):
        shape = sequence[0].get_shape()
        turned.append(array_ops.unstack(array_ops.reverse_sequence(array_ops.stack(sequence), lengths, 0, 1)))
        for part in turned[-1]:
            part.set_shape(shape)
    return [nest.pack_sequence_as(step, parts) for step, parts in zip(inputs, zip(*turned))]


def static_bidirectional_rnn(cell_fw, cell_bw, inputs, initial_state_fw=None, initial_state_bw=None, dtype=None,
                             sequence_length=None, scope=None):
    assert_like_rnncell("cell_fw", cell_fw)
    assert_like_rnncell("cell_bw", cell_bw)
    _check_inputs(inputs)
    with vs.variable_scope(scope or "bidirectional_rnn"):
        with vs.variable_scope("fw") as fw_scope:
            fw, state_fw = static_rnn(cell_fw, inputs, initial_state_fw, dtype, sequence_length, scope=fw_scope)
        with vs.variable_scope("bw") as bw_scope:
            backwards = _reversed(inputs, sequence_length)
            bw, state_bw = static_rnn(cell_bw, backwards, initial_state_bw, dtype, sequence_length, scope=bw_scope)
    pairs = zip(nest.flatten(fw), nest.flatten(_reversed(bw, sequence_length)))
    outputs = [array_ops.concat(list(pair), 1) for pair in pairs]
    return nest.pack_sequence_as(fw, outputs), state_fw, state_bw


def static_state_saving_rnn(cell, inputs, state_saver, state_name, sequence_length=None, scope=None):
    if nest.is_sequence(cell.state_size) != nest.is_sequence(state_name):
        raise ValueError("state_name should be the same type as cell.state_size.  state_name: %s, cell.state_size: %s" % (
            str(state_name), str(cell.state_size)))
    names, sizes = nest.flatten(state_name), nest.flatten(cell.state_size)
    if len(names) != len(sizes):
        raise ValueError("#elems(state_name) != #elems(state_size): %d vs. %d" % (len(names), len(sizes)))
    initial_state = nest.pack_sequence_as(cell.state_size, [state_saver.state(name) for name in names])
    outputs, state = static_rnn(cell, inputs, initial_state=initial_state, sequence_length=sequence_length, scope=scope)
    saves = [state_saver.save_state(name, part) for name, part in zip(names, nest.flatten(state))]
    with ops.control_dependencies(saves):
        outputs[-1] = nest.map_structure(array_ops.identity, outputs[-1])
        state = nest.map_structure(array_ops.identity, state)
    return outputs, state
