// The naming state of TensorFlow's graphs and its rules: names in use, name scopes, operations, variable stores, counts
// of variable scopes, layer counters. Knows nothing of the evaluator; what calls user code is in the library models.
// Everything is undone by the trail.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/events/events.h"
#include "analyzer/support/trail.h"
#include "analyzer/tensorflow/shape.h"

namespace tfscope {

/// The evaluator's object for a graph, an operation or a variable; kept and given back, never looked into.
using Handle = const void*;

/// Index of a graph, function graphs included. (`GraphId` counts only the graphs that are listed.)
using GraphIndex = uint32_t;

/// A name or a prefix. `symbolic`: it holds placeholders of unknown parts, which are valid in any name.
struct NameText {
  std::string text;
  bool symbolic = false;
  friend bool operator==(const NameText&, const NameText&) = default;
};

/// What the variable store goes by. `kAuto` is AUTO_REUSE, and the None that a custom getter may pass on.
enum class Reuse : uint8_t { kFalse, kTrue, kAuto };

/// A ValueError of TensorFlow, for the caller to raise.
struct NamingError {
  ErrorKind kind = ErrorKind::kOther;
  std::string message;
  std::string variable;            ///< key or name concerned
  VariableId other = kNoVariable;  ///< the existing variable concerned
  Certainty certainty = Certainty::kMust;
};

template <typename T>
using Named = tl::expected<T, NamingError>;

/// The error of making a variable of the store again.
NamingError VariableExistsError(const std::string& key, VariableId other);

/// What is known of a variable from its creation on.
struct VariableRecord {
  GraphIndex graph = 0;
  Handle handle = nullptr;
  NameText name;  ///< op name
  Shape shape;
  std::string dtype;  ///< `float32`, without `_ref`
  bool resource = false;
};

/// How a variable came to its name.
struct NameHistory {
  bool taken_by_scope_only = false;
  VariableId taken_by = kNoVariable;
};

struct PartitionedRecord {
  Handle handle = nullptr;
  Shape shape;
  std::string dtype;
  std::vector<int64_t> partitions;
};

class Naming {
 public:
  explicit Naming(Trail& trail) : trail_(trail) {}
  Naming(const Naming&) = delete;
  Naming& operator=(const Naming&) = delete;

  // ---- graphs
  /// A new graph; graphs of functions (`tf.data`, Defun) are not listed.
  GraphIndex NewGraph(Handle handle, bool is_function);
  size_t graph_count() const { return graphs_.size(); }
  Handle graph_handle(GraphIndex graph) const { return graphs_[graph]->handle; }
  /// The graphs that exist, at least the initial one, are those of an unknown caller: they may hold any variables.
  void LeaveGraphsOpen() {
    Write([this, before = open_graphs_] { open_graphs_ = before; });
    open_graphs_ = graphs_.empty() ? 1 : static_cast<GraphIndex>(graphs_.size());
  }
  bool IsOpen(GraphIndex graph) const { return graph < open_graphs_; }
  /// The graph's number among the listed ones; nothing for a function's graph.
  std::optional<GraphId> ListedId(GraphIndex graph) const { return graphs_[graph]->listed; }

  // ---- name scopes and unique names (naming.cpp)
  const NameText& NameScope(GraphIndex graph) const { return graphs_[graph]->name_scope; }
  void SetNameScope(GraphIndex graph, NameText scope);
  /// Opens `name` under the current name scope, made unique; absolute if it ends in a slash, the root if it is empty.
  Named<NameText> EnterNameScope(GraphIndex graph, const NameText& name);
  NameText UniqueName(GraphIndex graph, const NameText& name, bool mark_as_used = true);
  /// `name` under the current name scope, before it is made unique.
  NameText WantedName(GraphIndex graph, const NameText& name) const;

  // ---- operations
  /// Adds an operation; a name that ends in a slash is taken as it is. Unless it is made `direct`ly, its name is first
  /// that of a name scope.
  Named<NameText> AddOperation(GraphIndex graph, const NameText& name, Handle operation, bool direct = true);
  Handle FindOperation(GraphIndex graph, std::string_view name) const;
  const std::vector<Handle>& Operations(GraphIndex graph) const { return graphs_[graph]->operations; }

  // ---- variables (variable_store.cpp)
  /// Registers a variable just made.
  VariableId AddVariable(VariableRecord record);
  const VariableRecord& variable(VariableId id) const { return variables_[id]; }
  size_t variable_count() const { return variables_.size(); }
  VariableId FindVariable(Handle handle) const;
  /// A variable has the very op name that a variable of this key would have.
  bool TakenByVariable(GraphIndex graph, std::string_view key) const;
  /// Why a variable that wanted this name is called otherwise.
  NameHistory HistoryOf(GraphIndex graph, std::string_view wanted, std::string_view got) const;

  /// The store's variable of this key: to be shared, kNoVariable if it is to be made, or the error of TensorFlow.
  Named<VariableId> Resolve(GraphIndex graph, const NameText& key, Reuse reuse, const Shape& shape,
                            std::string_view dtype) const;
  void Keep(GraphIndex graph, const std::string& key, VariableId variable);
  VariableId Kept(GraphIndex graph, std::string_view key) const;

  /// A request without partitioner for a key of which partitions exist.
  std::optional<NamingError> CheckNotPartitioned(GraphIndex graph, const NameText& key) const;
  /// A request with a partitioner for a key of which an unpartitioned variable exists.
  std::optional<NamingError> CheckNotPlain(GraphIndex graph, const NameText& key) const;
  bool IsPartitioned(GraphIndex graph, std::string_view key) const;
  /// As Resolve, for partitioned variables. `partitions` is absent if no partitioner was called.
  Named<Handle> ResolvePartitioned(GraphIndex graph, const NameText& key, Reuse reuse, const Shape& shape,
                                   std::string_view dtype, const std::optional<std::vector<int64_t>>& partitions) const;
  void KeepPartitioned(GraphIndex graph, const std::string& key, PartitionedRecord record);

  // ---- counts of variable scopes (scope_counts.cpp)
  void OpenScope(GraphIndex graph, const std::string& name);
  /// Leaving a scope entered by name: everything below it counts from zero again.
  void CloseSubscopes(GraphIndex graph, std::string_view name);
  /// The full name of a scope opened by a default name that stands for `wanted`: itself, or the first free `wanted_i`.
  std::string UniqueScope(GraphIndex graph, const std::string& wanted) const;
  /// Entering a scope by object remembers all counts; leaving it restores them.
  size_t RememberScopeCounts(GraphIndex graph) const { return graphs_[graph]->count_changes.size(); }
  void RestoreScopeCounts(GraphIndex graph, size_t remembered);

  // ---- counters of layer names
  /// The next number for `name` in this graph's table `table` (Keras keeps one per graph), from 1.
  uint32_t NextLayerNumber(GraphIndex graph, const std::string& table, const std::string& name);

 private:
  using Counts = std::map<std::string, uint32_t, std::less<>>;
  struct CountChange {
    std::string scope;
    uint32_t before;
  };

  struct Graph {
    Handle handle = nullptr;
    std::optional<GraphId> listed;
    NameText name_scope;
    std::unordered_map<std::string, uint32_t> names_in_use;   ///< in lower case, with the next suffix to try
    std::unordered_map<std::string, size_t> operation_index;  ///< exact names
    std::vector<Handle> operations;
    std::unordered_map<std::string, VariableId> variable_names;  ///< op names in lower case
    std::unordered_map<std::string, VariableId> store;
    std::unordered_map<std::string, PartitionedRecord> partitioned;
    Counts scope_counts;
    std::vector<CountChange> count_changes;  ///< so that leaving a scope entered by object can go back
    std::unordered_map<std::string, uint32_t> layer_numbers;
  };

  /// Counts the write, and has the trail undo it.
  template <typename Undo>
  void Write(Undo undo) {
    trail_.NoteNamingWrite();
    if (trail_.recording()) trail_.Push(std::move(undo));
  }
  void SetCount(Graph& state, const std::string& scope, uint32_t count);
  /// Sets a key of a map of a graph.
  template <typename Map, typename Value>
  void Set(Map& map, const std::string& key, Value value);

  Trail& trail_;
  std::vector<std::unique_ptr<Graph>> graphs_;
  GraphId listed_graphs_ = 0;
  GraphIndex open_graphs_ = 0;
  std::vector<VariableRecord> variables_;
  std::unordered_map<Handle, VariableId> variable_ids_;
};

template <typename Map, typename Value>
void Naming::Set(Map& map, const std::string& key, Value value) {
  auto found = map.find(key);
  if (found == map.end()) {
    Write([&map, key] { map.erase(key); });
    map.emplace(key, std::move(value));
  } else {
    Write([&map, key, old = found->second] { map[key] = old; });
    found->second = std::move(value);
  }
}

}  // namespace tfscope
