// match statements: cases, guards, and where a failed pattern goes on.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileMatch(NodeId id) {
  Label end = emit_.NewLabel();
  CompileExpression(tree_.Child(id, 0));
  for (NodeId match_case : tree_.Children(id).subspan(1)) CompileCase(match_case, end);
  emit_.Emit(Opcode::kPop, id);
  emit_.Bind(end);
}

/// subject -> , by a jump to `end`; or subject -> subject if the case does not match
void CodeCompiler::CompileCase(NodeId id, Label end) {
  if (!emit_.reachable()) return;
  PatternFailures failures{.depth = emit_.depth(), .join = end, .labels = {}};
  emit_.Emit(Opcode::kCopy, id, 1);
  CompilePattern(tree_.Child(id, 0), failures);
  if (NodeId guard = tree_.Child(id, 1); guard != kNoNode) {
    CompileExpression(guard);
    FailUnless(guard, failures);
  }
  emit_.Emit(Opcode::kPop, id);
  CompileBlock(tree_.Child(id, 2));
  emit_.Jump(end, id);
  BindFailures(id, failures);
}

/// Where a failure goes that leaves the stack `depth` deep.
Label CodeCompiler::FailureLabel(PatternFailures& failures, uint32_t depth) {
  uint32_t above = depth - failures.depth;
  while (failures.labels.size() <= above) failures.labels.push_back(emit_.NewLabel());
  return failures.labels[above];
}

void CodeCompiler::FailUnless(NodeId node, PatternFailures& failures) {
  if (!emit_.reachable()) return;
  emit_.Branch(Opcode::kJumpIfFalse, node, FailureLabel(failures, emit_.depth() - 1), failures.join);
}

void CodeCompiler::Fail(NodeId node, PatternFailures& failures) {
  if (!emit_.reachable()) return;
  emit_.Jump(FailureLabel(failures, emit_.depth()), node);
}

/// Pops what each failure left on the stack.
void CodeCompiler::BindFailures(NodeId node, PatternFailures& failures) {
  for (size_t above = failures.labels.size(); above-- > 0;) {
    emit_.Bind(failures.labels[above]);
    if (above > 0) emit_.Emit(Opcode::kPop, node);
  }
}

}  // namespace tfscope
