#include "koyomi-model-error.h"

G_DEFINE_QUARK (koyomi-model-error-quark, koyomi_model_error)
