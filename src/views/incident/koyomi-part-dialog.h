#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_PART_INPUT_REQUIRED   = 1 << 0,   /* must not be empty */
  KOYOMI_PART_INPUT_MULTI_LINE = 1 << 1,
  KOYOMI_PART_INPUT_PAST       = 1 << 2,   /* a time that has come */
  KOYOMI_PART_INPUT_LENGTH     = 1 << 3,   /* minutes, typed as “2h” or “30 min”; nothing is none */
} KoyomiPartInputFlags;

/* What is typed or chosen for a field of the row: its type in the dictionary says how. */
typedef struct
{
  int                    field;
  const char            *caption;   /* with a mnemonic, in English, for koyomi_tr() */
  KoyomiPartInputFlags   flags;
} KoyomiPartInput;

/* Writes the row, which belongs to @incident. FALSE with an error when that was refused. */
typedef gboolean (*KoyomiPartSaveFunc) (KoyomiWorkspace  *workspace,
                                        gint64            incident,
                                        KoyomiRecord     *record,
                                        GError          **error);

/* What a dialog is for. */
typedef struct
{
  const char            *title;      /* in English, for koyomi_tr(), like all texts here */
  const char            *accept;     /* the button */
  const char            *failure;    /* what is said when nothing was written */
  const KoyomiPartInput *inputs;
  guint                  n_inputs;
  KoyomiPartSaveFunc     save;
} KoyomiPartForm;

void koyomi_part_dialog_present (GtkWindow            *parent,
                                 KoyomiWorkspace      *workspace,
                                 const KoyomiPartForm *form,
                                 gint64                incident,
                                 KoyomiRecord         *record);

G_END_DECLS
