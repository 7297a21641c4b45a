// with and async with.
#include <algorithm>

#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

/// manager -> exit-function entered
void CodeCompiler::EnterManager(NodeId context, bool is_async) {
  CompileExpression(context);
  if (!is_async) return emit_.Emit(Opcode::kBeforeWith, context);
  emit_.Emit(Opcode::kCopy, context, 1);
  emit_.Emit(Opcode::kLoadAttribute, context, emit_.NameIndex(names_.Name("__aexit__")));
  emit_.Emit(Opcode::kSwap, context, 2);
  emit_.Emit(Opcode::kLoadMethod, context, emit_.NameIndex(names_.Name("__aenter__")));
  emit_.Emit(Opcode::kCall, context, 0);
  AwaitTop(context);
}

void CodeCompiler::CallExit(NodeId node, bool is_async) {
  emit_.Emit(Opcode::kPushUndefined, node);
  for (int i = 0; i < 3; ++i) LoadNone(node);
  emit_.Emit(Opcode::kCall, node, 3);
  if (is_async) AwaitTop(node);
  emit_.Emit(Opcode::kPop, node);
}

/// The last statement of a block as it stands in the text: CPython 3.7 calls `__exit__` on its line.
NodeId CodeCompiler::LastStatement(NodeId node) const {
  while (true) {
    NodeKind kind = KindOf(node);
    bool compound = kind == NodeKind::kBlock || kind == NodeKind::kIf || kind == NodeKind::kWhile ||
                    kind == NodeKind::kFor || kind == NodeKind::kTry || kind == NodeKind::kWith ||
                    kind == NodeKind::kExceptHandler;
    if (!compound) return node;
    std::span<const NodeId> children = tree_.Children(node);
    // The children of `try` are not in the order of the text.
    bool ends_try = kind == NodeKind::kTry && (children[2] != kNoNode || children[1] != kNoNode);
    if (ends_try) {
      node = children[2] != kNoNode ? children[2] : children[1];
      continue;
    }
    auto last = std::find_if(children.rbegin(), children.rend(), [](NodeId child) { return child != kNoNode; });
    if (last == children.rend()) return node;
    node = *last;
  }
}

void CodeCompiler::CompileWith(NodeId id, uint32_t item) {
  std::span<const NodeId> children = tree_.Children(id);
  if (item + 1 >= children.size()) return CompileBlock(children.back());
  if (NestsTooDeep()) return;
  bool is_async = (tree_[id].flags & kAsync) != 0;
  NodeId context = tree_.Child(children[item], 0);
  NodeId target = tree_.Child(children[item], 1);
  Label done = emit_.NewLabel();
  EnterManager(context, is_async);
  Region region = emit_.OpenRegion(1);
  Push({.kind = Block::Kind::kWith, .node = id, .region = region});
  if (target == kNoNode) {
    emit_.Emit(Opcode::kPop, context);
  } else {
    Store(target);
  }
  CompileWith(id, item + 1);
  Pop();
  CallExit(LastStatement(children.back()), is_async);
  emit_.Jump(done, id);
  CompileWithHandler(id, region, is_async, done);
  emit_.Bind(done);
}

/// exit-function exception -> , by a jump to `done` if the exit function swallows the exception
void CodeCompiler::CompileWithHandler(NodeId id, Region region, bool is_async, Label done) {
  Label swallowed = emit_.NewLabel();
  emit_.BeginHandler(region);
  emit_.Emit(Opcode::kPushHandled, id);  // exit-function previous-handled exception
  Region cleanup = emit_.OpenRegion(1);
  emit_.Emit(Opcode::kWithExcept, LastStatement(tree_.Children(id).back()));
  if (is_async) AwaitTop(id);
  emit_.Branch(Opcode::kJumpIfTrue, id, swallowed, done);
  emit_.Emit(Opcode::kReraise, id);
  emit_.Bind(swallowed);
  emit_.Emit(Opcode::kPop, id);
  emit_.CloseRegion(cleanup);
  emit_.Emit(Opcode::kPopHandled, id);
  emit_.Emit(Opcode::kPop, id);
  emit_.Jump(done, id);
  emit_.BeginHandler(cleanup);
  LeaveAndReraise(id);
}

}  // namespace tfscope
