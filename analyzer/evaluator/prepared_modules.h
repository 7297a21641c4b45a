// Library modules that are loaded once for all roots of a machine.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analyzer/evaluator/heap.h"
#include "analyzer/evaluator/object.h"

namespace tfscope {

/// What a machine that serves several roots keeps between them. The state after loading its modules is a snapshot: each
/// root begins with it, and at the root's end it is brought back. A module is prepared once a root has loaded it. It is
/// not in sys.modules before the root imports it; then its body need not be evaluated. Modules that ask, while they are
/// loaded, about the program (sys) are not prepared, nor are the user's.
class PreparedModules {
 public:
  /// What the machine brings back with the snapshot.
  struct State {
    TrailMark trail = 0;
    Heap::Mark heap;
    std::vector<Frame*> free_frames;
    Module* python_builtins = nullptr;
    Module* python2_builtins = nullptr;
  };

  /// The prepared module of this name; null if there is none.
  Module* Find(std::string_view dotted_name) const {
    const auto found = modules_.find(std::string(dotted_name));
    return found == modules_.end() ? nullptr : found->second;
  }
  void Add(std::string_view dotted_name, Module* module) { modules_.emplace(dotted_name, module); }
  const std::unordered_map<std::string, Module*>& modules() const { return modules_; }

  /// A root has loaded this library module.
  void Want(std::string_view dotted_name) {
    std::string name(dotted_name);
    if (!modules_.contains(name) && !refused_.contains(name)) wanted_.push_back(std::move(name));
  }
  std::vector<std::string> TakeWanted() { return std::exchange(wanted_, {}); }
  void Refuse(const std::string& name) { refused_.insert(name); }

  /// While a module is loaded: it asked about the program, so that no other may have what it became.
  void NoteAskedOfRoot() { asked_of_root_ = true; }
  bool TakeAskedOfRoot() { return std::exchange(asked_of_root_, false); }

  bool python2 = false;    ///< of programs in Python 2: their six is another one
  State state;             ///< at the current root's begin
  bool preparing = false;  ///< modules are being loaded for roots to come

 private:
  std::unordered_map<std::string, Module*> modules_;
  std::unordered_set<std::string> refused_;
  std::vector<std::string> wanted_;
  bool asked_of_root_ = false;
};

}  // namespace tfscope
