#include "analyzer/tensorflow/naming.h"

#include <algorithm>

#include <fmt/format.h>

namespace tfscope {
namespace {

std::string LowerCase(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool IsNameStart(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
}

bool IsNamePart(char c) { return IsNameStart(c) || c == '_' || c == '-' || c == '/'; }

/// The pattern of TensorFlow 1.15: letters, digits and `._-/`; at the root it starts with a letter, a digit or a dot.
bool IsValidName(const NameText& name, bool at_root) {
  if (name.symbolic) return true;
  std::string_view text = name.text;
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);  // `$` of a Python pattern
  if (at_root && (text.empty() || !IsNameStart(text.front()))) return false;
  return std::ranges::all_of(text, IsNamePart);
}

NamingError InvalidName(const NameText& name, std::string_view what) {
  return {.kind = ErrorKind::kInvalidScope,
          .message = fmt::format("'{}' is not a valid {} name", name.text, what),
          .variable = name.text};
}

bool IsAbsolute(const NameText& name) { return name.text.ends_with('/'); }

NameText WithoutSlash(NameText name) {
  name.text.pop_back();
  return name;
}

}  // namespace

GraphIndex Naming::NewGraph(Handle handle, bool is_function) {
  auto graph = std::make_unique<Graph>();
  graph->handle = handle;
  if (!is_function) graph->listed = listed_graphs_++;
  graphs_.push_back(std::move(graph));
  Write([this] {
    if (graphs_.back()->listed) --listed_graphs_;
    graphs_.pop_back();
  });
  return static_cast<GraphIndex>(graphs_.size() - 1);
}

void Naming::SetNameScope(GraphIndex graph, NameText scope) {
  Graph& state = *graphs_[graph];
  if (state.name_scope == scope) return;
  Write([&state, old = state.name_scope] { state.name_scope = old; });
  state.name_scope = std::move(scope);
}

Named<NameText> Naming::EnterNameScope(GraphIndex graph, const NameText& name) {
  NameText entered;
  if (!name.text.empty()) {
    if (!IsValidName(name, NameScope(graph).text.empty() && !IsOpen(graph)))
      return tl::unexpected(InvalidName(name, "scope"));
    entered = IsAbsolute(name) ? WithoutSlash(name) : UniqueName(graph, name);
  }
  SetNameScope(graph, entered);
  return entered;
}

NameText Naming::WantedName(GraphIndex graph, const NameText& name) const {
  if (IsAbsolute(name)) return WithoutSlash(name);
  const NameText& scope = NameScope(graph);
  if (scope.text.empty()) return name;
  return {scope.text + "/" + name.text, scope.symbolic || name.symbolic};
}

NameText Naming::UniqueName(GraphIndex graph, const NameText& name, bool mark_as_used) {
  Graph& state = *graphs_[graph];
  const NameText& scope = state.name_scope;
  NameText unique = name;
  if (!scope.text.empty()) unique = {scope.text + "/" + name.text, scope.symbolic || name.symbolic};
  const std::string wanted = LowerCase(unique.text);
  auto used = state.names_in_use.find(wanted);
  if (used == state.names_in_use.end()) {
    if (mark_as_used) Set(state.names_in_use, wanted, uint32_t{1});
    return unique;
  }
  uint32_t suffix = used->second;
  while (state.names_in_use.contains(fmt::format("{}_{}", wanted, suffix))) ++suffix;
  if (mark_as_used) {
    // Suffixes below are taken for good, so the next search starts here.
    Set(state.names_in_use, wanted, suffix + 1);
    Set(state.names_in_use, fmt::format("{}_{}", wanted, suffix), uint32_t{1});
  }
  unique.text += fmt::format("_{}", suffix);
  return unique;
}

Named<NameText> Naming::AddOperation(GraphIndex graph, const NameText& name, Handle operation, bool direct) {
  Graph& state = *graphs_[graph];
  bool opens_scope = !direct && !name.text.empty();
  if (opens_scope && !IsValidName(name, state.name_scope.text.empty() && !IsOpen(graph)))
    return tl::unexpected(InvalidName(name, "scope"));
  NameText unique = IsAbsolute(name) ? WithoutSlash(name) : UniqueName(graph, name);
  if (!IsValidName(unique, !IsOpen(graph))) return tl::unexpected(InvalidName(unique, "node"));
  if (state.operation_index.contains(unique.text)) {
    return tl::unexpected(NamingError{.kind = ErrorKind::kGraphConstruction,
                                      .message = fmt::format("Duplicate node name in graph: '{}'", unique.text),
                                      .variable = unique.text});
  }
  Set(state.operation_index, unique.text, state.operations.size());
  Write([&state] { state.operations.pop_back(); });
  state.operations.push_back(operation);
  return unique;
}

Handle Naming::FindOperation(GraphIndex graph, std::string_view name) const {
  const Graph& state = *graphs_[graph];
  auto found = state.operation_index.find(std::string(name));
  return found == state.operation_index.end() ? nullptr : state.operations[found->second];
}

uint32_t Naming::NextLayerNumber(GraphIndex graph, const std::string& table, const std::string& name) {
  Graph& state = *graphs_[graph];
  std::string key = table + "\n" + name;
  auto found = state.layer_numbers.find(key);
  uint32_t number = found == state.layer_numbers.end() ? 1 : found->second + 1;
  Set(state.layer_numbers, key, number);
  return number;
}

// ---- variables as names

VariableId Naming::AddVariable(VariableRecord record) {
  auto id = static_cast<VariableId>(variables_.size());
  Graph& state = *graphs_[record.graph];
  Set(state.variable_names, LowerCase(record.name.text), id);
  Write([this, handle = record.handle] {
    variable_ids_.erase(handle);
    variables_.pop_back();
  });
  variable_ids_[record.handle] = id;
  variables_.push_back(std::move(record));
  return id;
}

VariableId Naming::FindVariable(Handle handle) const {
  auto found = variable_ids_.find(handle);
  return found == variable_ids_.end() ? kNoVariable : found->second;
}

/// A variable outside the store has the op name that a variable of this key would have.
bool Naming::TakenByVariable(GraphIndex graph, std::string_view key) const {
  const Graph& state = *graphs_[graph];
  auto found = state.variable_names.find(LowerCase(std::string(key)));
  return found != state.variable_names.end() && variables_[found->second].name.text == key;
}

NameHistory Naming::HistoryOf(GraphIndex graph, std::string_view wanted, std::string_view got) const {
  if (wanted == got) return {};
  const Graph& state = *graphs_[graph];
  auto found = state.variable_names.find(LowerCase(std::string(wanted)));
  if (found == state.variable_names.end()) return {.taken_by_scope_only = true};
  return {.taken_by = found->second};
}

}  // namespace tfscope
