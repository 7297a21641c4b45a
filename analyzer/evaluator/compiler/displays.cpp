// Tuples, lists, sets, dicts and f-strings.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

namespace {

/// Displays longer than this are filled in steps, so that the operand stack stays small.
constexpr size_t kElementsOnStack = 64;

}  // namespace

/// Elements before the first starred one are built at once, the rest is added one by one.
void CodeCompiler::CompileElements(std::span<const NodeId> elements, NodeId node, Opcode build, Opcode add,
                                   Opcode extend, uint32_t extra) {
  auto is_starred = [&](NodeId element) { return KindOf(element) == NodeKind::kStarred; };
  size_t first =
      std::min<size_t>(std::find_if(elements.begin(), elements.end(), is_starred) - elements.begin(), kElementsOnStack);
  for (NodeId element : elements.first(first)) CompileExpression(element);
  emit_.Emit(build, node, static_cast<uint32_t>(first));
  for (NodeId element : elements.subspan(first)) {
    bool starred = is_starred(element);
    CompileExpression(starred ? tree_.Child(element, 0) : element);
    emit_.Emit(starred ? extend : add, element, 1, starred ? extra : 0);
  }
}

void CodeCompiler::CompileTuple(NodeId id) {
  std::span<const NodeId> elements = tree_.Children(id);
  bool plain = std::none_of(elements.begin(), elements.end(),
                            [&](NodeId element) { return KindOf(element) == NodeKind::kStarred; });
  if (plain && elements.size() <= kElementsOnStack) {
    for (NodeId element : elements) CompileExpression(element);
    return emit_.Emit(Opcode::kBuildTuple, id, static_cast<uint32_t>(elements.size()));
  }
  CompileElements(elements, id, Opcode::kBuildList, Opcode::kListAppend, Opcode::kListExtend);
  emit_.Emit(Opcode::kListToTuple, id);
}

/// A list of constants is made from a constant tuple.
void CodeCompiler::CompileList(NodeId id) {
  std::span<const NodeId> elements = tree_.Children(id);
  if (elements.size() > 2) {
    auto known = constant_of_.find(id);
    std::optional<Value> items = known != constant_of_.end() ? known->second : TupleConstant(id);
    constant_of_[id] = items;
    if (items) {
      emit_.Emit(Opcode::kBuildList, id, 0);
      LoadConstant(*items, id);
      return emit_.Emit(Opcode::kListExtend, id, 1);
    }
  }
  CompileElements(elements, id, Opcode::kBuildList, Opcode::kListAppend, Opcode::kListExtend);
}

void CodeCompiler::CompileSet(NodeId id) {
  std::span<const NodeId> elements = tree_.Children(id);
  auto starred = [&](NodeId element) { return KindOf(element) == NodeKind::kStarred; };
  auto run = [&] { return std::find_if(elements.begin(), elements.end(), starred) - elements.begin(); };
  auto compile_run = [&](std::span<const NodeId> items) {
    CompileElements(items, id, Opcode::kBuildSet, Opcode::kSetAdd, Opcode::kSetUpdate);
  };
  if (std::none_of(elements.begin(), elements.end(), starred)) return compile_run(elements);
  // What stands between starred elements is a set of its own, which is then merged: that decides the order.
  emit_.Emit(Opcode::kBuildSet, id, 0);
  while (!elements.empty()) {
    auto count = static_cast<size_t>(run());
    if (count == 0) {
      CompileExpression(tree_.Child(elements[0], 0));
    } else {
      compile_run(elements.first(count));
    }
    emit_.Emit(Opcode::kSetUpdate, elements[0], 1);
    elements = elements.subspan(std::max<size_t>(count, 1));
  }
}

void CodeCompiler::CompileDict(NodeId id) {
  std::span<const NodeId> items = tree_.Children(id);
  size_t pairs = items.size() / 2;
  size_t first = 0;
  while (first < pairs && first < kElementsOnStack && items[2 * first] != kNoNode) ++first;
  for (NodeId item : items.first(2 * first)) CompileExpression(item);
  emit_.Emit(Opcode::kBuildDict, id, static_cast<uint32_t>(first));
  for (size_t pair = first; pair < pairs; ++pair) {
    NodeId key = items[2 * pair];
    NodeId value = items[2 * pair + 1];
    if (key != kNoNode) CompileExpression(key);
    CompileExpression(value);
    emit_.Emit(key == kNoNode ? Opcode::kDictUpdate : Opcode::kDictAdd, value, 1);
  }
}

void CodeCompiler::CompileFormattedString(NodeId id) {
  std::span<const NodeId> parts = tree_.Children(id);
  if (parts.empty()) return LoadText(names_.Name(""), id);
  for (NodeId part : parts) CompileExpression(part);
  if (parts.size() > 1) emit_.Emit(Opcode::kBuildString, id, static_cast<uint32_t>(parts.size()));
}

void CodeCompiler::CompileFormattedValue(NodeId id) {
  uint32_t conversion = 0;
  switch (tree_[id].op) {
    case 's':
      conversion = 1;
      break;
    case 'r':
      conversion = 2;
      break;
    case 'a':
      conversion = 3;
      break;
    default:
      break;
  }
  NodeId specification = tree_.Child(id, 1);
  CompileExpression(tree_.Child(id, 0));
  if (specification != kNoNode) {
    CompileExpression(specification);
    conversion |= 4;
  }
  emit_.Emit(Opcode::kFormatValue, id, conversion);
}

}  // namespace tfscope
