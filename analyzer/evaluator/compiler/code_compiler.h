// Compiles the body of one scope. The methods are spread over files by construct.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/compiler/code_factory.h"
#include "analyzer/evaluator/compiler/emitter.h"
#include "analyzer/evaluator/compiler/scope.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

class CodeCompiler {
 public:
  CodeCompiler(CodeFactory& factory, Code& code);

  /// Emits everything.
  void Compile();

 private:
  /// What `return`, `break` and `continue` have to leave on their way out, and what lies on the stack for it.
  struct Block {
    enum class Kind : uint8_t {
      kFor,             ///< iterator
      kWhile,           ///< nothing
      kTry,             ///< nothing: the body, or the `else` part, of a `try`
      kFinally,         ///< nothing: everything before a `finally`
      kFinallyHandler,  ///< previous-handled, exception: a `finally` body that an exception runs
      kHandler,         ///< previous-handled: the body of an `except`
      kHandlerName,     ///< nothing: the same, its name is to be deleted
      kWith,            ///< exit-function
      kReturnValue,     ///< a value to be returned: a `finally` body that `return` runs
    };
    Kind kind;
    NodeId node = kNoNode;      ///< loop, finally body, target of an `except`, With
    Region region = kNoRegion;  ///< what ends where the block is left
    Label go_on = 0;            ///< of loops
    Label end = 0;              ///< of loops
  };
  using Unwound = std::vector<Block>;

  // code_compiler.cpp
  NodeKind KindOf(NodeId id) const { return tree_[id].kind; }
  void CompileModuleBody();
  void CompileClassBody();
  void StoreNoAnnotations(NodeId node);
  void CompileFunctionBody();
  void LoadConstant(Value value, NodeId node) { emit_.Emit(Opcode::kLoadConst, node, emit_.ConstantIndex(value)); }
  void LoadNone(NodeId node) { LoadConstant(Value::None(), node); }
  void LoadText(Str* text, NodeId node) { LoadConstant(Value::Of(text), node); }
  Str* Name(Atom atom) { return names_.Mangle(scope_.class_name, names_.Name(atom)); }
  uint32_t NameIndex(Atom atom) { return emit_.NameIndex(Name(atom)); }

  // names.cpp
  void LoadName(Str* name, NodeId node);
  void StoreName(Str* name, NodeId node);
  void DeleteName(Str* name, NodeId node);
  void LoadCell(Str* name, NodeId node);
  uint32_t CellIndex(const Str* name) const;
  bool MayBeStarImported(const Str* name) const;

  // constants.cpp
  std::optional<Value> ConstantOf(NodeId id);
  std::optional<Value> TupleConstant(NodeId id);
  Value NumberOf(NodeId id);
  Value NegativeNumberOf(NodeId number);
  bool IsConstantTrue(NodeId id);

  // expressions.cpp
  void CompileExpression(NodeId id);
  bool CompileDisplay(NodeId id);
  bool CompileOperation(NodeId id);
  void CompileAttribute(NodeId id);
  void CompileUnary(NodeId id);
  void CompileBinary(NodeId id);
  void CompileBoolean(NodeId id);
  void CompileCompare(NodeId id);
  void CompileConditional(NodeId id);
  void CompileSubscript(NodeId id);
  void CompileSlice(NodeId id);
  void CompileNamedExpression(NodeId id);
  /// Jumps to `target` if the truth of `test` is `outcome`; its value is gone on both sides.
  void JumpIf(bool outcome, NodeId test, Label target, Label join);

  // displays.cpp
  void CompileTuple(NodeId id);
  void CompileList(NodeId id);
  void CompileSet(NodeId id);
  void CompileDict(NodeId id);
  void CompileElements(std::span<const NodeId> elements, NodeId node, Opcode build, Opcode add, Opcode extend,
                       uint32_t extra = 0);
  void CompileFormattedString(NodeId id);
  void CompileFormattedValue(NodeId id);

  // calls.cpp
  void CompileCall(NodeId id);
  void CompileCallee(NodeId callee, bool as_method);
  bool IsPlainCall(std::span<const NodeId> arguments) const;
  /// Positional arguments, then values of keyword ones; the index for `extra`.
  void CompilePlainArguments(std::span<const NodeId> arguments);
  std::vector<Str*> KeywordNamesOf(std::span<const NodeId> arguments);
  void CompileSpreadCall(NodeId id);
  void CompilePositionalTuple(std::span<const NodeId> arguments, NodeId node);
  void CompileKeywordDict(std::span<const NodeId> arguments, NodeId node);

  // functions.cpp
  void CompileFunctionDef(NodeId id);
  void CompileLambda(NodeId id);
  void MakeFunction(NodeId id, Scope& scope, NodeId parameters);
  void MakeClosure(NodeId id, Scope& scope, uint32_t flags);
  void CompileClassDef(NodeId id);
  void CompileBases(NodeId id, NodeId arguments);
  void BeginDecorators(std::span<const NodeId> decorators);
  void EndDecorators(std::span<const NodeId> decorators);
  void UnpackTupleParameters(NodeId parameters);

  // annotations.cpp
  bool CompileAnnotations(NodeId id, std::span<const NodeId> parameters);
  void CompileAnnotation(NodeId annotation);
  bool IsOfLaterPython(NodeId annotation);
  std::optional<std::string> AnnotationText(NodeId id);
  std::optional<std::string> SequenceAnnotationText(NodeId id);

  // comprehensions.cpp
  void CompileComprehension(NodeId id);
  void CompileComprehensionBody(NodeId id);
  void CompileInlineComprehension(NodeId id);
  void CompileLoops(NodeId id, size_t loop, uint32_t depth);
  void CompileElement(NodeId id, uint32_t depth);

  // generators.cpp
  void CompileYield(NodeId id);
  void CompileYieldFrom(NodeId id);
  void CompileAwait(NodeId id);
  /// The value on the stack is awaited.
  void AwaitTop(NodeId node);
  /// iterator -> result: the instructions of `yield from`.
  void Delegate(NodeId node);
  bool CanYield() const { return (code_.flags & (kIsGenerator | kIsCoroutine)) != 0; }

  // statements.cpp
  void CompileStatements(std::span<const NodeId> statements);
  void CompileBlock(NodeId block);
  void CompileStatement(NodeId id);
  bool CompileSimple(NodeId id);
  void CompileCompound(NodeId id);
  void CompileExpressionStatement(NodeId id);
  void CompileReturn(NodeId id);
  void CompileRaise(NodeId id);
  void CompileAssert(NodeId id);
  void CompilePrint(NodeId id);
  void CompileExec(NodeId id);
  void CompileIf(NodeId id);

  // loops.cpp
  void CompileWhile(NodeId id);
  void CompileFor(NodeId id);
  void CompileAsyncFor(NodeId id);
  void CompileForBody(NodeId id, Label head, Label done);
  /// iterator -> iterator value; at its end jumps to `done` having popped the iterator.
  void AsyncNext(NodeId node, Label done);

  // assignments.cpp
  void CompileAssign(NodeId id);
  bool CompileExchange(NodeId target, NodeId value);
  void CompileAugmentedAssign(NodeId id);
  void CompileAnnotatedAssign(NodeId id);
  void CompileDelete(NodeId target);
  /// Stores the value on top of the stack.
  void Store(NodeId target);
  void StoreSequence(NodeId target);

  // imports.cpp
  void CompileImport(NodeId id);
  void CompileImportAs(NodeId alias, NodeId as);
  void CompileImportFrom(NodeId id);

  // exceptions.cpp
  void CompileTry(NodeId id);
  void CompileTryExcept(NodeId id);
  void CompileHandlers(NodeId id, Label done);
  void CompileHandler(NodeId handler, Region cleanup, Label done);
  /// Sets the name of a handler to None and deletes it.
  void ForgetHandlerName(NodeId target);
  /// previous-handled exception -> raises it again, no longer handled.
  void LeaveAndReraise(NodeId node);

  // with.cpp
  void CompileWith(NodeId id, uint32_t item);
  void EnterManager(NodeId context, bool is_async);
  /// exit-function -> calls it without exception.
  void CallExit(NodeId node, bool is_async);
  NodeId LastStatement(NodeId node) const;
  void CompileWithHandler(NodeId id, Region region, bool is_async, Label done);

  // blocks.cpp
  void Push(Block block) { blocks_.push_back(block); }
  void Pop();
  /// Emits what leaving the blocks from `first` on takes, innermost first. `Restore` makes them current again.
  Unwound Unwind(size_t first, bool keeps_value);
  void Restore(const Unwound& left);
  size_t FirstBlockWithEffect() const;
  void LeaveBlock(const Block& block, bool keeps_value);
  void RunFinally(const Block& block, bool keeps_value);
  void CompileLoopExit(NodeId id);
  bool NestsTooDeep() const;

  // match.cpp, patterns.cpp
  struct PatternFailures {
    uint32_t depth;             ///< of the stack where the next case begins
    Label join;                 ///< end of the whole statement
    std::vector<Label> labels;  ///< by how many values lie above `depth`
  };
  void CompileMatch(NodeId id);
  void CompileCase(NodeId id, Label end);
  void FailUnless(NodeId node, PatternFailures& failures);
  void Fail(NodeId node, PatternFailures& failures);
  Label FailureLabel(PatternFailures& failures, uint32_t depth);
  void BindFailures(NodeId node, PatternFailures& failures);
  /// subject -> , or jumps.
  void CompilePattern(NodeId id, PatternFailures& failures);
  void CompileValuePattern(NodeId id, PatternFailures& failures);
  void CompileOrPattern(NodeId id, PatternFailures& failures);
  void CompileSequencePattern(NodeId id, PatternFailures& failures);
  void CompileMappingPattern(NodeId id, PatternFailures& failures);
  void CompileClassPattern(NodeId id, PatternFailures& failures);
  void CapturePattern(NodeId id);
  void UnpackMatched(NodeId id, uint32_t count, PatternFailures& failures);
  void CaptureRest(NodeId rest, std::span<const NodeId> keys);

  CodeFactory& factory_;
  NameTable& names_;
  Code& code_;
  Scope& scope_;
  FileScopes& file_;
  const SyntaxTree& tree_;
  Emitter emit_;
  std::vector<Block> blocks_;
  std::unordered_map<NodeId, std::optional<Value>> constant_of_;
};

}  // namespace tfscope
