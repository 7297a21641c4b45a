// The heap of one root: allocation, interned strings, symbols, and the save before the first write after a snapshot.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluator/object.h"
#include "analyzer/evaluator/special_names.h"
#include "analyzer/evaluator/symbol.h"
#include "analyzer/support/arena.h"
#include "analyzer/support/trail.h"

namespace tfscope {

/// Owns every object made while a root is evaluated, until the root ends. Never moves objects, never collects before
/// that: budgets bound it.
class Heap {
 public:
  Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap();

  /// A new object. It is writable without saving until the next snapshot.
  template <typename T>
  T* New() {
    T* object = new (arena_.Allocate(sizeof(T), alignof(T))) T();
    object->kind = T::kKind;
    object->epoch = trail_.epoch();
    if constexpr (!std::is_trivially_destructible_v<T>) {
      finalizers_.push_back({object, [](void* memory) { static_cast<T*>(memory)->~T(); }});
    }
    return object;
  }

  /// Must be called before any change of `object`. Saves its state if a snapshot is open and it was not saved since.
  template <typename T>
  void WillWrite(T* object) {
    if constexpr (std::is_same_v<T, Class>) NoteClassChange();
    if (object->epoch >= trail_.epoch() || !trail_.recording()) return;
    Save(object);
  }

  Str* NewStr(std::string_view text);          ///< a new, not interned string
  Str* NewSymbolicStr(std::string_view text);  ///< a string with placeholders
  Str* Intern(std::string_view text);
  Bytes* NewBytes(std::string_view data);
  Value Text(std::string_view text) { return Value::Of(NewStr(text)); }
  Value NewTuple(std::span<const Value> items);  ///< of copies of the items
  Value NewTuple(std::initializer_list<Value> items) { return NewTuple(std::span(items.begin(), items.size())); }
  Value NewList(std::vector<Value> items);
  Dict* NewDict() { return New<Dict>(); }

  /// The symbol of this operation on these operands; equal requests give one symbol, except for kFresh and kCall.
  Value NewSymbol(const Symbol& description);
  /// The symbol with this id; null if there is none.
  const Symbol* SymbolOf(uint32_t id) const { return id < all_symbols_.size() ? all_symbols_[id] : nullptr; }
  Value Fresh(TypeHint hint, Span origin) { return NewSymbol({.hint = hint, .origin = origin}); }

  /// `id(object)`: fixed by the order in which ids are asked for, so that runs agree.
  uint64_t AddressOf(const Object* object) {
    return kFirstAddress + 16 * addresses_.try_emplace(object, addresses_.size()).first->second;
  }

  const SpecialNames& names() const { return names_; }

  /// Grows with each change of a class' attributes or bases, so that `MethodCache` knows what it may keep. Changes of a
  /// class that `WillWrite` is not told of, as while it is made, are to be noted.
  uint64_t class_version() const { return class_version_; }
  void NoteClassChange() { ++class_version_; }

  Trail& trail() { return trail_; }
  const Trail& trail() const { return trail_; }

  /// Closes the newest snapshot, keeping what was written.
  void CloseSnapshot() { charged_ -= trail_.Close(); }
  const Arena& arena() const { return arena_; }

  /// What the heap holds at some time.
  struct Mark {
    Arena::Mark arena;
    size_t finalizers = 0;
    size_t interned = 0;
    size_t symbols = 0;
    size_t addresses = 0;
    size_t charged = 0;
  };
  Mark Now() const;
  /// Destroys all that was made since. The trail must have been rolled back to then.
  void Rewind(const Mark& mark);

  /// Memory charged so far in bytes; natives that grow containers add what they use with `Charge`.
  size_t used() const { return arena_.used() + charged_; }
  void Charge(size_t bytes) { charged_ += bytes; }

 private:
  struct Finalizer {
    void* object;
    void (*destroy)(void*);
  };
  struct SymbolKey {
    uint64_t words[6];
    friend bool operator==(const SymbolKey&, const SymbolKey&) = default;
  };
  struct HashSymbolKey {
    size_t operator()(const SymbolKey& key) const;
  };

  /// Bytes that a copy of an object needs beside the object itself.
  template <typename T>
  static size_t CopiedBytes(const T& object) {
    if constexpr (requires { object.items.slots(); }) {
      return object.items.slots() * sizeof(OrderedMap::Entry);
    } else if constexpr (requires { object.items.size(); }) {
      return object.items.size() * sizeof(Value);
    } else if constexpr (requires { object.locals.size() + object.stack.size(); }) {
      return (object.locals.size() + object.stack.size()) * sizeof(Value);
    } else {
      return 0;
    }
  }

  template <typename T>
  void Save(T* object) {
    const size_t bytes = sizeof(T) + CopiedBytes(*object);
    charged_ += bytes;  // until it is rolled back or forgotten
    auto undo = [this, object, bytes, saved = *object]() mutable {
      *object = std::move(saved);
      if constexpr (std::is_same_v<T, Class>) NoteClassChange();
      charged_ -= bytes;
    };
    trail_.Push({std::move(undo), static_cast<Object*>(object), object->epoch, bytes});
    object->epoch = trail_.epoch();
  }

  void Destroy(size_t kept);

  static constexpr uint64_t kFirstAddress = 0x7F0000000000;

  Arena arena_;
  Trail trail_;
  std::vector<Finalizer> finalizers_;
  std::unordered_map<std::string_view, Str*> interned_;
  std::vector<const Str*> interned_in_order_;
  SpecialNames names_;
  Value empty_tuple_;
  std::unordered_map<const Object*, uint64_t> addresses_;
  std::unordered_map<SymbolKey, Symbol*, HashSymbolKey> symbols_;
  std::vector<const Symbol*> all_symbols_{nullptr};  ///< by id
  size_t charged_ = 0;
  uint64_t class_version_ = 1;
};

/// FNV-1a, as used for `Str::hash`.
uint64_t HashText(std::string_view text);

/// Code points in UTF-8 text; invalid bytes count as one each.
uint32_t CodePointCount(std::string_view text);

}  // namespace tfscope
