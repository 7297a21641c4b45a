// The variable store of a graph: what get_variable finds under a key, and the errors when it does not fit.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analyzer/tensorflow/naming.h"

namespace tfscope {
namespace {

/// `float32_ref`; resource variables have no reference type.
std::string DtypeName(const VariableRecord& variable) {
  return variable.resource ? variable.dtype : variable.dtype + "_ref";
}

NamingError Missing(const NameText& key, std::string message) {
  return {.kind = ErrorKind::kVariableMissing,
          .message = std::move(message),
          .variable = key.text,
          .certainty = key.symbolic ? Certainty::kPossible : Certainty::kMust};
}

}  // namespace

NamingError VariableExistsError(const std::string& key, VariableId other) {
  // Unless it is a resource variable, TensorFlow goes on with the stack of the first creation: `other` has the place.
  return {.kind = ErrorKind::kVariableExists,
          .message = fmt::format("Variable {} already exists, disallowed. Did you mean to set reuse=True or "
                                 "reuse=tf.AUTO_REUSE in VarScope?",
                                 key),
          .variable = key,
          .other = other};
}

VariableId Naming::Kept(GraphIndex graph, std::string_view key) const {
  const Graph& state = *graphs_[graph];
  auto found = state.store.find(std::string(key));
  return found == state.store.end() ? kNoVariable : found->second;
}

void Naming::Keep(GraphIndex graph, const std::string& key, VariableId variable) {
  Set(graphs_[graph]->store, key, variable);
}

Named<VariableId> Naming::Resolve(GraphIndex graph, const NameText& key, Reuse reuse, const Shape& shape,
                                  std::string_view dtype) const {
  VariableId id = Kept(graph, key.text);
  if (id == kNoVariable) {
    if (reuse != Reuse::kTrue || (IsOpen(graph) && !TakenByVariable(graph, key.text))) return kNoVariable;
    return tl::unexpected(Missing(key, fmt::format("Variable {} does not exist, or was not created with "
                                                   "tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in "
                                                   "VarScope?",
                                                   key.text)));
  }
  const VariableRecord& found = variables_[id];
  if (reuse == Reuse::kFalse) return tl::unexpected(VariableExistsError(key.text, id));
  if (!shape.CompatibleWith(found.shape)) {
    return tl::unexpected(
        NamingError{.kind = ErrorKind::kShapeMismatch,
                    .message = fmt::format("Trying to share variable {}, but specified shape {} and found shape {}.",
                                           key.text, shape.ToString(), found.shape.ToString()),
                    .variable = key.text,
                    .other = id});
  }
  if (!dtype.empty() && dtype != found.dtype) {
    return tl::unexpected(
        NamingError{.kind = ErrorKind::kDtypeMismatch,
                    .message = fmt::format("Trying to share variable {}, but specified dtype {} and found dtype {}.",
                                           key.text, dtype, DtypeName(found)),
                    .variable = key.text,
                    .other = id});
  }
  return id;
}

// ---- partitioned variables

bool Naming::IsPartitioned(GraphIndex graph, std::string_view key) const {
  return graphs_[graph]->partitioned.contains(std::string(key));
}

void Naming::KeepPartitioned(GraphIndex graph, const std::string& key, PartitionedRecord record) {
  Set(graphs_[graph]->partitioned, key, std::move(record));
}

std::optional<NamingError> Naming::CheckNotPartitioned(GraphIndex graph, const NameText& key) const {
  VariableId part = Kept(graph, key.text + "/part_0");
  if (part == kNoVariable) return std::nullopt;
  return NamingError{
      .kind = ErrorKind::kVariableExists,
      .message = fmt::format("No partitioner was provided, but a partitioned version of the variable was "
                             "found: {}/part_0. Perhaps a variable of the same name was already created "
                             "with partitioning?",
                             key.text),
      .variable = key.text,
      .other = part};
}

std::optional<NamingError> Naming::CheckNotPlain(GraphIndex graph, const NameText& key) const {
  VariableId plain = Kept(graph, key.text);
  if (plain == kNoVariable) return std::nullopt;
  return NamingError{
      .kind = ErrorKind::kVariableExists,
      .message = fmt::format("A partitioner was provided, but an unpartitioned version of the variable was "
                             "found: {}.  Perhaps a variable of the same name was already created without "
                             "partitioning?",
                             key.text),
      .variable = key.text,
      .other = plain};
}

Named<Handle> Naming::ResolvePartitioned(GraphIndex graph, const NameText& key, Reuse reuse, const Shape& shape,
                                         std::string_view dtype,
                                         const std::optional<std::vector<int64_t>>& partitions) const {
  const Graph& state = *graphs_[graph];
  auto found = state.partitioned.find(key.text);
  if (found == state.partitioned.end()) {
    if (reuse != Reuse::kTrue || IsOpen(graph)) return Handle{nullptr};
    return tl::unexpected(Missing(key, fmt::format("PartitionedVariable {} does not exist, or was not created with "
                                                   "tf.get_variable(). Did you mean to set reuse=False or "
                                                   "reuse=tf.AUTO_REUSE in VarScope?",
                                                   key.text)));
  }
  const PartitionedRecord& record = found->second;
  auto error = [&](ErrorKind kind, std::string message) {
    return tl::unexpected(NamingError{
        .kind = kind, .message = std::move(message), .variable = key.text, .other = Kept(graph, key.text + "/part_0")});
  };
  auto mismatch = [&](std::string_view what, std::string_view wanted, std::string_view existing) {
    return fmt::format("Trying to reuse partitioned variable {}, but specified {} {} and found {} {}.", key.text, what,
                       wanted, what, existing);
  };
  if (reuse == Reuse::kFalse) {
    return error(ErrorKind::kVariableExists,
                 fmt::format("Partitioned variable with name {} already exists. Did you mean to set reuse=True or "
                             "reuse=tf.AUTO_REUSE in VarScope?",
                             key.text));
  }
  if (!shape.CompatibleWith(record.shape)) {
    return error(ErrorKind::kShapeMismatch, mismatch("shape", shape.ToString(), record.shape.ToString()));
  }
  if (!dtype.empty() && dtype != record.dtype) {
    return error(ErrorKind::kDtypeMismatch, mismatch("dtype", dtype, record.dtype));
  }
  if (partitions && *partitions != record.partitions) {
    return error(ErrorKind::kShapeMismatch, mismatch("partitions", fmt::format("[{}]", fmt::join(*partitions, ", ")),
                                                     fmt::format("[{}]", fmt::join(record.partitions, ", "))));
  }
  return record.handle;
}

}  // namespace tfscope
