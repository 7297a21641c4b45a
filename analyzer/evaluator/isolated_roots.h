// Functions that nobody is known to call: each is a root of its own, if it can touch variables.
#pragma once

#include <unordered_map>
#include <vector>

#include "analyzer/evaluator/object.h"
#include "analyzer/source/span.h"
#include "analyzer/support/interner.h"

namespace tfscope {

class Program;

/// A function of a module, or a method of one of its classes, to be called with arguments that are not known.
struct IsolatedRoot {
  const Code* function = nullptr;
  Str* class_name = nullptr;  ///< the class, null for a function
  bool has_caller = false;    ///< a function in which a limit ended a run mentions it: its defaults need not hold
};

/// Which functions of the given files no root has entered although they can touch variables: they mention TensorFlow's
/// makers of variables and scopes, or, by name, a function that does.
class UncalledFunctions {
 public:
  explicit UncalledFunctions(Program& program) : program_(program) {}

  /// Notes the functions of a file; all files come before the first `Find`.
  void Add(FileId file);

  /// The functions of `file` that no frame was made of so far, in source order. `outermost`: only those that no other
  /// such function mentions, so that callers come before what they call.
  std::vector<IsolatedRoot> Find(FileId file, bool outermost);

 private:
  struct Note {
    FileId file = kNoFile;
    IsolatedRoot root;
    Atom name = kNoAtom;
    Atom class_name = kNoAtom;
    std::vector<Atom> mentions;  ///< each once
    bool touches = false;
    bool counted = false;  ///< its mentions are in `mentioned_`
  };

  void AddFunctions(FileId file, Code& body, Str* class_name, Atom class_atom);
  std::vector<Atom> MentionsOf(const Code& code) const;
  void Spread();
  static bool IsUncalled(const Note& note);
  void CountMentions();
  bool HasCaller(const Note& note) const;

  Program& program_;
  std::vector<Note> notes_;
  bool spread_ = false;
  std::unordered_map<Atom, size_t> mentioned_;  ///< by how many uncalled functions, themselves aside
};

}  // namespace tfscope
