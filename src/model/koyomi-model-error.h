#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_MODEL_ERROR_INVALID,   /* a value that a rule of the domain forbids */
  KOYOMI_MODEL_ERROR_SYNTAX,    /* a text that is not what it should spell */
  KOYOMI_MODEL_ERROR_RANGE,     /* a day or number outside what the program reckons with */
} KoyomiModelError;

#define KOYOMI_MODEL_ERROR (koyomi_model_error_quark ())
GQuark koyomi_model_error_quark (void);

G_END_DECLS
