// Text to typed tree. The only place, with its .cpp files, that knows tree-sitter.
#pragma once

#include <memory>
#include <string>

#include "analyzer/source/source_manager.h"
#include "analyzer/support/interner.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// Parses files with one reused tree-sitter parser. Any bytes give a tree; errors are holes and issues. Not
/// thread-safe.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The lowered tree of `file`; identifiers and literals go to `interner`. A program is Python 2 if it parses only so;
  /// with `python2`, also if it parses as both.
  SyntaxTree Parse(const SourceFile& file, Interner& interner, bool python2 = false);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The tree as indented text, a node a line: kind, operator, atom, line:column range. For `--dump syntax` and tests.
std::string DumpSyntax(const SyntaxTree& tree, const SourceManager& sources, const Interner& interner);

}  // namespace tfscope
