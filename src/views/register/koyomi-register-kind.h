#pragma once

#include "koyomi-record-form.h"
#include "koyomi-register.h"

G_BEGIN_DECLS

/* A column of a list. The levels of a risk have a column at their likelihood. */
typedef struct
{
  int         field;
  const char *title;   /* in English, for koyomi_tr(); NULL for that of the dictionary */
  int         width;   /* 0 takes the rest */
} KoyomiRegisterColumn;

/* What tells one register from another. Texts are English, for koyomi_tr(). */
typedef struct
{
  KoyomiTableId               table;
  const char                 *name;
  const char                 *add;          /* the button that adds a row, and the title of the dialog for a new one */
  const char                 *none;         /* where there is none yet */
  const char                 *purpose;      /* what it is for */
  const KoyomiRegisterColumn *columns;
  guint                       n_columns;
  const KoyomiRecordInput    *inputs;       /* the first one is asked for at once */
  guint                       n_inputs;
  int                         first_day;    /* of a row, today unless it is said otherwise; 0 for none */
} KoyomiRegisterKind;

#define KOYOMI_N_REGISTERS 5

const KoyomiRegisterKind *koyomi_register_kind_get           (guint                index);

gboolean                  koyomi_register_field_is_step      (int                  field);
char                     *koyomi_register_format_step        (int                  field,
                                                              int                  step,
                                                              KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
char                     *koyomi_register_name_target        (KoyomiRecord        *record) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord             *koyomi_register_kind_create        (const KoyomiRegisterKind *self,
                                                              guint32              today) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord             *koyomi_register_kind_duplicate     (const KoyomiRegisterKind *self,
                                                              KoyomiRecord        *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
