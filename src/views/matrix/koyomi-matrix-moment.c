#include "koyomi-matrix-moment.h"

#include "koyomi-day.h"

/* @then: (nullable): a reference is taken */
KoyomiMatrixMoment *
koyomi_matrix_moment_new (KoyomiMatrixMomentKind  kind,
                          KoyomiSession          *then,
                          guint32                 day,
                          const char             *name)
{
  KoyomiMatrixMoment *self = g_new0 (KoyomiMatrixMoment, 1);

  self->kind = kind;
  g_set_object (&self->then, then);
  self->day = day;
  self->name = g_strdup (name);

  return self;
}

/* @self: (nullable) */
KoyomiMatrixMoment *
koyomi_matrix_moment_copy (const KoyomiMatrixMoment *self)
{
  return self != NULL ? koyomi_matrix_moment_new (self->kind, self->then, self->day, self->name) : NULL;
}

void
koyomi_matrix_moment_free (KoyomiMatrixMoment *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->then);
  g_free (self->name);
  g_free (self);
}

/* Before the plan was begun there is nothing that it said: then only the days of its assignments tell. */
static char *
describe_meeting (const KoyomiMatrixMoment *self,
                  const char               *day,
                  KoyomiLanguage            language)
{
  if (self->then == NULL)
    /* Translators: a committee, and the day of its meeting */
    return g_strdup_printf (koyomi_tr (language, N_("the meeting of %1$s on %2$s, by the days of the assignments")), self->name, day);

  /* Translators: a committee, and the day of its meeting */
  return g_strdup_printf (koyomi_tr (language, N_("the meeting of %1$s on %2$s")), self->name, day);
}

/* Returns: (transfer full): what it is, within a sentence */
char *
koyomi_matrix_moment_describe (const KoyomiMatrixMoment *self,
                               KoyomiLanguage            language)
{
  g_autofree char *day = koyomi_day_format (self->day);

  switch (self->kind)
    {
    case KOYOMI_MATRIX_MOMENT_BASELINE:
      /* Translators: a baseline, and the day on which it was set */
      return g_strdup_printf (koyomi_tr (language, N_("the baseline “%1$s” of %2$s")), self->name, day);
    case KOYOMI_MATRIX_MOMENT_MEETING:
      return describe_meeting (self, day, language);
    case KOYOMI_MATRIX_MOMENT_DAY:
    default:
      return g_steal_pointer (&day);
    }
}
