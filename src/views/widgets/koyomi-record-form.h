#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_RECORD_INPUT_REQUIRED   = 1 << 0,   /* a text that must not be empty */
  KOYOMI_RECORD_INPUT_MULTI_LINE = 1 << 1,
  KOYOMI_RECORD_INPUT_BESIDE     = 1 << 2,   /* in one line with the input before it */
} KoyomiRecordInputFlags;

/* What is typed or chosen for one field of a row: its type in the dictionary says how. */
typedef struct
{
  int                     field;
  const char             *caption;      /* with a mnemonic, in English, for koyomi_tr() */
  KoyomiRecordInputFlags  flags;
  int                     not_before;   /* of a day: another day of the row; 0 for none */
  int                     not_after;    /* likewise */
} KoyomiRecordInput;

/* Fields of a row, edited in place: each is written by itself once it is left. */
#define KOYOMI_TYPE_RECORD_FORM (koyomi_record_form_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRecordForm, koyomi_record_form, KOYOMI, RECORD_FORM, GtkWidget)

GtkWidget  *koyomi_record_form_new          (KoyomiWorkspace          *workspace,
                                             const KoyomiRecordInput  *inputs,
                                             guint                     n_inputs);
void        koyomi_record_form_show         (KoyomiRecordForm         *self,
                                             KoyomiRecord             *record);
GtkWidget  *koyomi_record_form_get_first    (KoyomiRecordForm         *self);
void        koyomi_record_form_select_first (KoyomiRecordForm         *self);

G_END_DECLS
