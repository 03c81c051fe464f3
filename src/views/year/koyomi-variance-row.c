#include "koyomi-variance-row.h"

#include "koyomi-day.h"

struct _KoyomiVarianceRow
{
  GObject             parent_instance;

  KoyomiVarianceKind  kind;
  guint               number;       /* its place in the order of functions and days */
  int                 days_moved;
  guint32             then;         /* the first day; 0 for none */
  guint32             now;
  char               *texts[KOYOMI_N_VARIANCE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (KoyomiVarianceRow, koyomi_variance_row, G_TYPE_OBJECT)

static void
koyomi_variance_row_finalize (GObject *object)
{
  KoyomiVarianceRow *self = KOYOMI_VARIANCE_ROW (object);

  for (guint i = 0; i < KOYOMI_N_VARIANCE_COLUMNS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (koyomi_variance_row_parent_class)->finalize (object);
}

static void
koyomi_variance_row_class_init (KoyomiVarianceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_variance_row_finalize;
}

static void
koyomi_variance_row_init (KoyomiVarianceRow *self)
{
}

static void
append (GString    *text,
        const char *part)
{
  if (*part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* The days, and of the rest what is different. */
static char *
describe_side (const KoyomiVarianceSide *side,
               KoyomiVarianceFields      fields,
               KoyomiLanguage            language)
{
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  GString *text = g_string_new (NULL);
  g_autofree char *days = NULL;

  if (side->first_day == KOYOMI_DAY_NONE)
    return g_string_free (text, FALSE);

  days = koyomi_day_format_span (side->first_day, side->last_day, language);
  g_string_append (text, days);

  if (fields & KOYOMI_VARIANCE_TITLE)
    append (text, side->title);
  if (fields & KOYOMI_VARIANCE_STATUS)
    append (text, koyomi_field_get_word_label (status, side->status, language));
  if (fields & KOYOMI_VARIANCE_TEAM)
    append (text, side->team);

  return g_string_free (text, FALSE);
}

static void
append_fields (GString              *text,
               KoyomiVarianceFields  fields,
               KoyomiLanguage        language)
{
  static const struct
  {
    KoyomiVarianceFields  field;
    const char           *name;
  } names[] = {
    { KOYOMI_VARIANCE_TITLE, N_("Title") },
    { KOYOMI_VARIANCE_STATUS, N_("Status") },
    { KOYOMI_VARIANCE_TEAM, N_("Team") },
    { KOYOMI_VARIANCE_FUNCTION, N_("Function") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (fields & names[i].field)
      append (text, koyomi_tr (language, names[i].name));
}

static char *
describe_move (int            days,
               KoyomiLanguage language)
{
  if (days == 0)
    return g_strdup (koyomi_variance_kind_get_label (KOYOMI_VARIANCE_MOVED, language));

  /* Translators: %+d is a number of days with its sign, such as +14 or -3 */
  return g_strdup_printf (koyomi_ntr (language, "Moved %+d day", "Moved %+d days", ABS (days)), days);
}

static char *
describe_what (const KoyomiVarianceItem *item,
               KoyomiLanguage            language)
{
  g_autofree char *move = NULL;
  GString *text;

  if (item->kind != KOYOMI_VARIANCE_MOVED)
    text = g_string_new (koyomi_variance_kind_get_label (item->kind, language));
  else
    {
      move = describe_move (item->days_moved, language);
      text = g_string_new (move);
    }

  if (item->kind == KOYOMI_VARIANCE_MOVED || item->kind == KOYOMI_VARIANCE_CHANGED)
    append_fields (text, item->fields, language);

  return g_string_free (text, FALSE);
}

/* @number: its place in the comparison */
KoyomiVarianceRow *
koyomi_variance_row_new (const KoyomiVarianceItem *item,
                         guint                     number,
                         KoyomiLanguage            language)
{
  KoyomiVarianceRow *self = g_object_new (KOYOMI_TYPE_VARIANCE_ROW, NULL);

  self->kind = item->kind;
  self->number = number;
  self->days_moved = item->days_moved;
  self->then = item->before.first_day;
  self->now = item->after.first_day;
  self->texts[KOYOMI_VARIANCE_ROW_FUNCTION] = g_strdup (item->function);
  self->texts[KOYOMI_VARIANCE_ROW_TITLE] = g_strdup (item->title);
  self->texts[KOYOMI_VARIANCE_ROW_WHAT] = describe_what (item, language);
  self->texts[KOYOMI_VARIANCE_ROW_THEN] = describe_side (&item->before, item->fields, language);
  self->texts[KOYOMI_VARIANCE_ROW_NOW] = describe_side (&item->after, item->fields, language);

  return self;
}

KoyomiVarianceKind
koyomi_variance_row_get_kind (KoyomiVarianceRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_VARIANCE_ROW (self), KOYOMI_VARIANCE_CHANGED);

  return self->kind;
}

const char *
koyomi_variance_row_get_text (KoyomiVarianceRow    *self,
                              KoyomiVarianceColumn  column)
{
  g_return_val_if_fail (KOYOMI_IS_VARIANCE_ROW (self), NULL);

  return self->texts[column];
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* Functions in their own order, moves by their length, days by date. */
int
koyomi_variance_row_compare (KoyomiVarianceRow    *self,
                             KoyomiVarianceRow    *other,
                             KoyomiVarianceColumn  column)
{
  int result;

  switch (column)
    {
    case KOYOMI_VARIANCE_ROW_TITLE:
      result = g_utf8_collate (self->texts[column], other->texts[column]);
      break;
    case KOYOMI_VARIANCE_ROW_WHAT:
      result = compare_numbers (self->kind, other->kind);
      if (result == 0)
        result = compare_numbers (self->days_moved, other->days_moved);
      break;
    case KOYOMI_VARIANCE_ROW_THEN:
      result = compare_numbers (self->then, other->then);
      break;
    case KOYOMI_VARIANCE_ROW_NOW:
      result = compare_numbers (self->now, other->now);
      break;
    case KOYOMI_VARIANCE_ROW_FUNCTION:
    default:
      result = 0;
      break;
    }

  return result != 0 ? result : compare_numbers (self->number, other->number);
}
