#pragma once

#include "koyomi-test-window.h"

G_BEGIN_DECLS

/* Shows a dialog, with what it needs for that. */
typedef struct
{
  const char *name;
  void      (*present) (KoyomiTestWindow *self,
                        GtkWindow        *parent);
} KoyomiTestEveryDialog;

/* Every dialog of the window; the last one has no name. */
extern const KoyomiTestEveryDialog koyomi_test_every_dialog[];

GtkWindow *koyomi_test_every_dialog_present (KoyomiTestWindow            *self,
                                             const KoyomiTestEveryDialog *dialog);

G_END_DECLS
