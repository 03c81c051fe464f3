#pragma once

#include "koyomi-matrix.h"

G_BEGIN_DECLS

/* How one matrix differs from an earlier one. */
typedef enum
{
  KOYOMI_MATRIX_CHANGE_MOVED,              /* a letter went from one team to another: A or R */
  KOYOMI_MATRIX_CHANGE_ADDED,              /* a team has a letter that it had not */
  KOYOMI_MATRIX_CHANGE_REMOVED,            /* and the other way round */
  KOYOMI_MATRIX_CHANGE_TEAM_ADDED,
  KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED,   /* likewise, or a team that was none became an outsourcer */
  KOYOMI_MATRIX_CHANGE_TEAM_RETIRED,
  KOYOMI_MATRIX_CHANGE_FUNCTION_ADDED,
  KOYOMI_MATRIX_CHANGE_FUNCTION_RETIRED,
  KOYOMI_N_MATRIX_CHANGES,
} KoyomiMatrixChangeKind;

typedef struct
{
  KoyomiMatrixChangeKind  kind;
  KoyomiRecord           *function;   /* (nullable) */
  KoyomiRecord           *from;       /* (nullable): the team that had it */
  KoyomiRecord           *to;         /* (nullable): the team that has it, or the team itself */
  char                   *letter;     /* (nullable): one letter */
} KoyomiMatrixChange;

GPtrArray *koyomi_matrix_compare             (const KoyomiMatrix       *before,
                                              const KoyomiMatrix       *after) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_matrix_change_free         (KoyomiMatrixChange       *self);
gboolean   koyomi_matrix_change_is_gain      (KoyomiMatrixChangeKind    kind);
char      *koyomi_matrix_change_explain      (const KoyomiMatrixChange *self,
                                              KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
guint      koyomi_matrix_changes_count       (GPtrArray                *changes,
                                              KoyomiMatrixChangeKind    kind,
                                              const char               *letter);
char      *koyomi_matrix_changes_summarise   (GPtrArray                *changes,
                                              KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixChange, koyomi_matrix_change_free)

G_END_DECLS
