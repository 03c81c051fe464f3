#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What the matrix is compared with. */
typedef enum
{
  KOYOMI_MATRIX_MOMENT_DAY,        /* another day of the plan as it now stands */
  KOYOMI_MATRIX_MOMENT_BASELINE,   /* the plan as it stood */
  KOYOMI_MATRIX_MOMENT_MEETING,    /* likewise, at the end of the day of a meeting */
} KoyomiMatrixMomentKind;

typedef struct
{
  KoyomiMatrixMomentKind  kind;
  KoyomiSession          *then;   /* the plan as it stood; NULL for the plan as it stands */
  guint32                 day;    /* as of which it is read */
  char                   *name;   /* of the baseline or the committee; "" for a day */
} KoyomiMatrixMoment;

KoyomiMatrixMoment *koyomi_matrix_moment_new      (KoyomiMatrixMomentKind    kind,
                                                   KoyomiSession            *then,
                                                   guint32                   day,
                                                   const char               *name) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMatrixMoment *koyomi_matrix_moment_copy     (const KoyomiMatrixMoment *self) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_matrix_moment_free     (KoyomiMatrixMoment       *self);
char               *koyomi_matrix_moment_describe (const KoyomiMatrixMoment *self,
                                                   KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixMoment, koyomi_matrix_moment_free)

G_END_DECLS
