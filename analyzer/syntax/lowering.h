// From tree-sitter's tree to ours, bottom-up and without recursion: a cursor visits each node once; when it leaves a
// node, one handler makes a typed node of what the children became.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/syntax/builder.h"
#include "analyzer/syntax/literals.h"
#include "analyzer/syntax/preparation.h"
#include "analyzer/syntax/symbols.h"

struct TSNode;
struct TSTree;

namespace tfscope {

/// What a child became, as its parent's handler sees it: a node, two nodes, or only a place (a token, a name whose node
/// is not made yet). Some symbols are markers: the items behind them up to the end are the children of that symbol.
struct Item {
  Symbol symbol;
  bool flag = false;  ///< `async` of a comprehension
  NodeId node = kNoNode;
  NodeId second = kNoNode;  ///< of pairs such as `key: value`, `context as target`, `elif test: block`
  Extent extent;
};

using Items = std::span<const Item>;

class Lowering {
 public:
  Lowering(TreeBuilder& builder, const SymbolTable& symbols, const PreparedText& prepared)
      : builder_(builder), symbols_(symbols), prepared_(prepared), python2_mark_(prepared.python2_mark) {}

  /// Lowers the whole tree; its root is a Module.
  NodeId Run(const TSTree* tree);

  /// After `Run`: something in it only Python 2 accepts, and nothing only Python 3.
  bool python2() const { return python2_mark_ && !python3_; }

  /// After `Run`: something in it only Python 3 accepts.
  bool python3() const { return python3_; }

  /// After `Run`: adds what the tokens showed.
  void ReportLexicalIssues();

  /// After `Run`: adds an issue if the program mixes what only Python 2 and only Python 3 accept.
  void ReportMixedVersions();

 private:
  struct Frame {
    Symbol symbol;
    bool broken = false;  ///< a direct child is an error
    Extent extent;
    size_t first_item;
  };

  // ---- the walk (lowering.cpp)
  bool Enter(const TSNode& node);
  void EnterMissing(const TSNode& node, Symbol symbol, Extent extent);
  bool PushLeaf(Symbol symbol, Extent extent);
  void CutDepth(Symbol symbol, Extent extent);
  void Leave();
  void LeaveBroken(const Frame& frame);
  void LeaveError(const Frame& frame);
  bool LeaveSpliced(const Frame& frame);
  Item Lower(const Frame& frame, Items items);
  std::optional<Item> LowerExpression(const Frame& frame, Items items);
  std::optional<Item> LowerSmallStatement(const Frame& frame, Items items);
  std::optional<Item> LowerDefinition(const Frame& frame, Items items);
  std::optional<Item> LowerCompound(const Frame& frame, Items items);
  std::optional<Item> LowerPattern(const Frame& frame, Items items);
  void NotePython2(uint32_t offset, const char* message);
  void NotePython3() { python3_ = true; }
  void Issue(SyntaxIssue::Kind kind, Extent extent, std::string message);
  void GrammarIssue(SyntaxIssue::Kind kind, Extent extent, std::string message);
  bool IsReserved(Extent extent);

  // ---- what all handlers use (lowering.cpp)
  NodeId Hole(Extent extent) { return builder_.Add(NodeKind::kHole, extent, {}); }
  NodeId Expression(const Item& item);
  NodeId FirstExpression(Items items, Extent extent);
  NodeId DottedExpression(Extent extent);
  NodeId TupleOf(Items items, Extent extent);
  NodeId SequenceOrOne(Items items);
  std::vector<NodeId> Elements(Items items);
  Atom DottedAtom(Extent extent);
  Atom AtomOf(Extent extent) { return builder_.Intern(builder_.text(extent)); }
  NodeId WithParentheses(NodeId node, Extent extent);
  std::string_view TextAt(uint32_t offset, size_t length) const { return builder_.text().substr(offset, length); }

  // ---- expressions
  NodeId Literal(Symbol symbol, Extent extent);
  Item Parenthesized(const Frame& frame, Items items);
  NodeId Attribute(const Frame& frame, Items items);
  NodeId Subscript(const Frame& frame, Items items);
  NodeId IndexOf(Items items, Extent extent);
  NodeId Slice(const Frame& frame, Items items);
  NodeId Call(const Frame& frame, Items items);
  NodeId Argument(const Item& item);
  NodeId Binary(const Frame& frame, Items items);
  NodeId BinaryOf(BinaryOperator op, NodeId left, NodeId right, Extent extent);
  bool IsBare(NodeId id, BinaryOperator op) const;
  NodeId TakeStar(NodeId& operand);
  NodeId PutStar(NodeId starred, NodeId operation);
  NodeId Unary(const Frame& frame, Items items);
  NodeId Comparison(const Frame& frame, Items items);
  NodeId Boolean(const Item& marker, Items operands, Extent extent);
  void LeaveBoolean(const Frame& frame);
  NodeId Lambda(const Frame& frame, Items items);
  NodeId Dictionary(const Frame& frame, Items items);
  NodeId Comprehension(NodeKind kind, const Frame& frame, Items items);
  Item ForClause(const Frame& frame, Items items);
  NodeId Yield(const Frame& frame, Items items);
  NodeId GenericType(const Frame& frame, Items items);

  // ---- strings
  NodeId StringNode(Extent extent);
  NodeId FormattedString(const Frame& frame, Items items);
  NodeId FormatSpecifier(const Frame& frame, Items items);
  Item Interpolation(const Frame& frame, Items items);
  NodeId ConcatenatedString(const Frame& frame, Items items);
  void DecodeInto(Extent content, const EscapeRules& rules, std::string& out);

  // ---- statements
  bool OnOneLine(uint32_t begin, uint32_t end) const;
  NodeId Statements(NodeKind kind, const Frame& frame, Items items);
  NodeId Assignment(const Frame& frame, Items items);
  NodeId AugmentedAssignment(const Frame& frame, Items items);
  NodeId PrintOf(Extent extent, Items arguments, bool chevron);
  NodeId Print(const Frame& frame, Items items);
  NodeId Exec(const Frame& frame, Items items);
  NodeId Delete(const Frame& frame, Items items);
  NodeId Raise(const Frame& frame, Items items);
  NodeId Import(const Frame& frame, Items items);
  NodeId ImportFrom(const Frame& frame, Items items);
  NodeId Alias(const Item& item);
  NodeId If(const Frame& frame, Items items);
  NodeId For(const Frame& frame, Items items);
  NodeId Try(const Frame& frame, Items items);
  Item ExceptHandler(const Frame& frame, Items items);
  NodeId With(const Frame& frame, Items items);
  NodeId BlockOf(Items items, Extent extent);
  NodeId ClauseOf(Items items, Symbol clause);

  // ---- definitions
  NodeId FunctionDefinition(const Frame& frame, Items items);
  NodeId ClassDefinition(const Frame& frame, Items items);
  NodeId Decorated(Items items);
  NodeId Parameters(Extent extent, Items items);
  NodeId Parameter(const Item& item, ParameterKind& kind);
  Item DefaultParameter(const Frame& frame, Items items);

  // ---- patterns of `case`
  NodeId Match(const Frame& frame, Items items);
  NodeId MatchCase(const Frame& frame, Items items);
  NodeId SimplePattern(Items items, size_t& index);
  NodeId UnionPattern(const Frame& frame, Items items);
  NodeId ClassPattern(const Frame& frame, Items items);
  NodeId DictPattern(const Frame& frame, Items items);
  NodeId ComplexPattern(const Frame& frame, Items items);
  Item SequencePattern(const Frame& frame, Items items);
  Item AsPattern(const Frame& frame, Items items);

  TreeBuilder& builder_;
  const SymbolTable& symbols_;
  const PreparedText& prepared_;
  std::optional<Python2Mark> python2_mark_;
  bool python3_ = false;
  bool has_errors_ = false;
  bool cut_ = false;
  uint32_t depth_ = 0;        ///< levels of the typed tree that the open frames can make, at most
  uint32_t error_depth_ = 0;  ///< open ERROR frames
  std::vector<Frame> frames_;
  std::vector<Item> items_;
};

/// The first item of `symbol`, or null.
const Item* Find(Items items, Symbol symbol);

/// True for nodes that may stand in a block; cases of a match are among them.
bool IsStatement(NodeKind kind);

/// True for the symbols of operators and punctuation, which are items only to tell constructs apart.
bool IsToken(Symbol symbol);

}  // namespace tfscope
