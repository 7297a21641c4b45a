// Compact code: what a function, class body, module or comprehension is lowered to. A stack machine in the manner of
// CPython 3.11: no block stack, exceptions are found by a table, `finally` bodies are laid out where they run.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/evaluator/value.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

struct Str;

/// The stack effects below read left to right, top of stack last.
enum class Opcode : uint8_t {
  // Stack
  kLoadConst,      // arg: constant                  -> value
  kPop,            // value ->
  kCopy,           // arg: n >= 1                    pushes a copy of the n-th value from the top
  kSwap,           // arg: n >= 2                    exchanges the top with the n-th value from the top
  kPushUndefined,  // -> undefined                   the absent `self` of a call
  kHole,           // -> unknown                     stands for source that could not be read
  // Names. arg: index into names, locals (kLoadFast...) or cells (kLoadDeref...; cell variables first, then free ones)
  kLoadFast,
  kStoreFast,
  kDeleteFast,
  kLoadDeref,
  kStoreDeref,
  kDeleteDeref,
  kLoadCell,        // -> cell                        for closures
  kLoadClassDeref,  // name of the class namespace, else the cell; `extra`: index into names
  kLoadName,
  kStoreName,
  kDeleteName,  // module and class bodies: namespace, then globals, then builtins
  kLoadGlobal,
  kStoreGlobal,
  kDeleteGlobal,
  // Attributes and items. arg: index into names
  kLoadAttribute,    // object -> value
  kLoadMethod,       // object -> function self | value undefined     before kCall
  kStoreAttribute,   // value object ->
  kDeleteAttribute,  // object ->
  kLoadItem,         // object index -> value
  kStoreItem,        // value object index ->
  kDeleteItem,       // object index ->
  // Operators. arg: UnaryOperator, BinaryOperator, CompareOperator
  kUnary,
  kBinary,
  kInPlace,
  kCompare,
  // Building
  kBuildTuple,
  kBuildList,
  kBuildSet,     // arg: n   items... -> container
  kBuildDict,    // arg: n pairs                   (key value)... -> dict
  kBuildString,  // arg: n                         strings... -> string
  kBuildSlice,   // arg: 2 or 3                    parts... -> slice
  kListAppend,
  kSetAdd,   // arg: n                     value ->      container is the n-th from the top after the pop
  kDictAdd,  // arg: n                         key value ->  dict is the n-th from the top after the pops
  kListExtend,
  kSetUpdate,
  kDictUpdate,   // arg: n   iterable -> container is the n-th from the top after the pop
  kDictMerge,    // arg: n                         mapping ->    as kDictUpdate, for `**` of a call: duplicates raise
  kListToTuple,  // list -> tuple
  kFormatValue,  // arg: conversion | 4 if a format specification is on top   value [spec] -> string
                 //      conversion: 0 none, 1 str, 2 repr, 3 ascii
  // Jumps. arg: target. A conditional jump has an entry in `joins`: where both sides meet again.
  kJump,
  kJumpIfFalse,
  kJumpIfTrue,  // value ->            pops
  kJumpIfFalseOrPop,
  kJumpIfTrueOrPop,  // value -> value | jumps without popping
  kLoopIfFalse,      // as kJumpIfFalse, for the test of a `while`: unknown tests run the body twice
  kGetIterator,      // iterable -> iterator
  kForIterate,       // iterator -> iterator value | jumps to arg having popped the iterator
  // Calls. `extra`: index into keyword_names + 1, or 0. Stack: callee self-or-undefined argument...
  kCall,    // arg: number of arguments, keyword ones included (they are last)
  kCallEx,  // arg: 1 if a dict of keywords is on top     callee undefined iterable [dict] -> result
  // Functions and classes
  kMakeFunction,  // arg: MakeFunctionFlag bits
                  //   [defaults tuple] [keyword defaults dict] [annotations dict] [closure tuple] code -> function
  kBuildClass,    // arg: number of arguments, the body and the name included; extra as in kCall
                  //                                function-of-the-body name base... -> class
                  // 0: the bases are a list, the keywords a dict
                  //                                function-of-the-body name list dict -> class
                  // A body whose functions need it has `__class__` among its cell variables.
  kReturn,        // value ->
  // Generators
  kYield,                 // value -> sent value
  kGetYieldFromIterator,  // iterable -> iterator
  kYieldFrom,  // iterator value-to-send -> iterator yielded | jumps to arg with the result having popped the iterator
               // laid out as: GetYieldFromIterator, LoadConst None, L: YieldFrom done, Yield, Jump L, done:
  kGetAwaitable,  // value -> iterator
  // Exceptions
  kRaise,           // arg: 0 re-raise the handled one, 1 exception, 2 exception cause; 3: Python 2 type value
  kPushHandled,     // exception -> previous-handled exception       on entry of a handler
  kPopHandled,      // previous-handled ->                           on leaving it
  kMatchException,  // exception type -> exception bool
  kReraise,         // exception ->                                  continues unwinding, keeps its place
  kLoadAssertionError,
  // With
  kBeforeWith,  // manager -> exit-function entered
  kWithExcept,  // exit-function previous-handled exception -> exit-function previous-handled exception result
  // Imports. arg: index into names
  kImportName,  // extra: level; names[arg] is the dotted module   from-list -> module
  kImportFrom,  // module -> module value
  kImportStar,  // module ->
  // Unpacking
  kUnpackSequence,  // arg: n                          iterable -> value_n ... value_1 (first on top)
  kUnpackStar,      // arg: n before, extra: n after   iterable -> ... (first on top), the star's list in its place
  // Python 2 and match
  kPrint,          // arg: n values, extra: PrintFlag bits   [file] value... ->
  kExec,           // code globals locals ->         absent ones are None
  kBackquote,      // value -> string
  kMatchSequence,  // subject -> subject bool
  kMatchMapping,   // subject -> subject bool
  kMatchKeys,      // subject keys -> subject keys values-or-None
  kMatchClass,     // arg: positional patterns        subject class keyword-names -> values-or-None
  kMatchLength,    // arg: n, extra 1: at least n     subject -> subject bool
  kGetLength,      // subject -> subject length
};

/// The opcode's name without `k`.
const char* OpcodeName(Opcode opcode);

enum MakeFunctionFlag : uint32_t { kHasDefaults = 1, kHasKeywordDefaults = 2, kHasClosure = 4, kHasAnnotations = 8 };
enum PrintFlag : uint32_t { kPrintToFile = 1, kPrintNoNewline = 2 };

/// `extra` of the call of a decorator.
constexpr uint16_t kDecorates = UINT16_MAX;

struct Instruction {
  Opcode opcode;
  bool reached = false;  ///< a call that was executed in this run
  uint16_t extra = 0;
  uint32_t arg = 0;
};

/// Instructions `begin` to `end` (exclusive) are covered: an exception cuts the stack to `depth`, is pushed, and
/// control goes to `handler`. The first entry that covers an instruction is the innermost.
struct ExceptionRange {
  uint32_t begin;
  uint32_t end;
  uint32_t handler;
  uint32_t depth;
};

enum CodeFlag : uint32_t {
  kIsGenerator = 1,
  kIsCoroutine = 2,
  kHasVarArgs = 4,
  kHasKeywords = 8,
  kIsFunction = 16,
  kIsClassBody = 32,
  kIsModule = 64,
  kIsComprehension = 128,
  kUsesSuper = 256,
  kAbsoluteImports = 1024,  ///< `from __future__ import absolute_import` stands in the file
  kClassicDivision = 512,   ///< Python 2 without `from __future__ import division`: `/` of ints gives an int
};

/// What a text is to be compiled as, for eval and exec.
enum class TextKind : uint8_t { kExpression, kStatements };

/// Code of one function, class body, module, lambda or comprehension. Made when its enclosing code is compiled;
/// instructions follow at its first call (`EnsureCompiled`). Immutable from then on, but for `entered` and `reached`.
struct Code {
  const SyntaxTree* tree = nullptr;
  NodeId node = kNoNode;  ///< FunctionDef, ClassDef, Module, Lambda, comprehension
  Str* name = nullptr;
  Str* qualified_name = nullptr;
  Str* docstring = nullptr;  ///< null: none
  uint32_t flags = 0;
  uint32_t argument_count = 0;  ///< positional parameters, positional-only ones included
  uint32_t positional_only_count = 0;
  uint32_t keyword_only_count = 0;
  bool compiled = false;
  bool entered = false;      ///< a frame of it was made in this run
  bool cut_off = false;      ///< a limit ended a run in it: what it calls further on is not known
  std::vector<Str*> locals;  ///< parameters first (positional, keyword-only, *args, **kwargs), then other locals
  std::vector<Str*> cell_variables;  ///< locals that inner functions use; a parameter among them stands in both lists
  std::vector<Str*> free_variables;
  std::vector<uint32_t> cell_parameters;  ///< for each cell variable: index of the parameter it holds, or UINT32_MAX
  std::vector<Str*> names;
  std::vector<Value> constants;  ///< None, numbers, strings, bytes, tuples of them, code objects
  std::vector<std::vector<Str*>> keyword_names;
  std::vector<Instruction> instructions;
  std::vector<NodeId> nodes;  ///< per instruction: the node it comes from
  std::vector<ExceptionRange> exceptions;
  std::vector<std::pair<uint32_t, uint32_t>> joins;  ///< (instruction, instruction where its sides meet), sorted
  uint32_t stack_size = 0;                           ///< deepest operand stack
  struct Scope* scope = nullptr;                     ///< symbol table, for compiling on demand; owned by the CodeStore

  uint32_t JoinOf(uint32_t instruction) const;
};

}  // namespace tfscope
