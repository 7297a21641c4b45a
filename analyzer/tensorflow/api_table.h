// What the modules of TensorFlow 1.15 contain, public and private: the generated table api_table.txt (its format is
// told by its generator, tests/tools/make_api_table.py). Wrong names and wrong arguments are found here. Immutable;
// reading costs nothing before the first question.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// The embedded tables, unread.
std::string_view ApiTableText();
std::string_view LaterApiTableText();

enum class ApiKind : uint8_t { kModule, kClass, kFunction, kConstant, kObject };

/// An attribute of a module. Views point into the table.
struct ApiEntry {
  ApiKind kind = ApiKind::kObject;
  std::string_view module;      ///< where it is defined: `tensorflow.python.ops.nn_ops`; of a module, its own path
  std::string_view name;        ///< its name there; empty for a module
  std::string_view parameters;  ///< functions and classes: `value,filters=,*args,**kwargs`; `?` if not known
  std::string_view type;        ///< constants and objects: name of the type
  std::string_view constant;    ///< constants: repr, if short
};

/// One parameter of `ApiEntry::parameters`.
struct ApiParameter {
  enum class Kind : uint8_t { kPlain, kKeywordOnly, kArguments, kKeywords };
  std::string_view name;
  Kind kind = Kind::kPlain;
  bool has_default = false;
};

/// The parameters in order; nothing if the signature is not known.
std::optional<std::vector<ApiParameter>> ParseParameters(std::string_view parameters);

class ApiTable {
 public:
  explicit ApiTable(std::string_view text);

  /// The table of TensorFlow 1.15, read at the first use.
  static const ApiTable& TensorFlow();
  /// The table of `tensorflow.compat.v1` in TensorFlow 2.15, as far as that has more, and of tf_slim.
  static const ApiTable& Later();
  /// The one of the two that lists the package of a module.
  static const ApiTable& Of(std::string_view module);

  /// `import name` works. Names below `tensorflow_core` are those below `tensorflow`.
  bool HasModule(std::string_view name) const;
  /// The module is a package, or not known not to be one.
  bool IsPackage(std::string_view name) const;

  /// The module that an expression such as `tensorflow.app.flags` gives, by the path under which it is listed; nothing
  /// if it is no module of TensorFlow.
  std::optional<std::string_view> ResolveModule(std::string_view expression) const;

  /// An attribute of a module, by any path of the module; aliases are followed to the definition.
  std::optional<ApiEntry> Find(std::string_view module, std::string_view attribute) const;

  /// The existing attribute with the least edit distance, if it is near enough to be meant; else empty.
  std::string_view Nearest(std::string_view module, std::string_view attribute) const;

  /// The names of a module's attributes; none if it is no module of TensorFlow.
  std::vector<std::string_view> AttributesOf(std::string_view module) const;

  /// Public places of a function or class of this name, as users write them (`tf.contrib.framework.model_variable`):
  /// the least nested first, and of those a package that holds the definition.
  std::vector<std::string> PlacesOf(std::string_view name) const;

  /// `module 'tensorflow._api.v1.nn' has no attribute 'foo'`
  std::string AttributeErrorText(std::string_view module, std::string_view attribute) const;
  /// `cannot import name 'foo' from 'tensorflow.nn' (__init__.py)`; the folders of the installation are left out.
  std::string ImportErrorText(std::string_view module, std::string_view name) const;

 private:
  struct ModuleLine {
    std::string_view path;
    std::string_view runtime;
    std::string_view import;
    char file;              ///< `p`ackage, `m`odule file, 0: cannot be imported by its path
    std::string_view part;  ///< its attributes, those of `SAME` included
  };

  const ModuleLine* Module(std::string_view path) const;
  const ModuleLine* Resolve(std::string_view expression) const;
  const ModuleLine* ByNumber(std::string_view hexadecimal) const;
  ApiEntry Read(const ModuleLine& module, std::string_view name, std::string_view kind) const;

  std::vector<ModuleLine> modules_;  ///< sorted by path
};

}  // namespace tfscope
