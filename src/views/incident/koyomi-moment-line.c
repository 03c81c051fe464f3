#include "koyomi-moment-line.h"

#include "koyomi-day-entry.h"
#include "koyomi-day-input.h"
#include "koyomi-day.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"
#include "koyomi-time-input.h"

struct _KoyomiMomentLine
{
  GtkWidget        parent_instance;

  KoyomiLanguage   language;
  KoyomiDayEntry  *day;
  KoyomiTextField *time;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiMomentLine, koyomi_moment_line, GTK_TYPE_WIDGET)

static void
koyomi_moment_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_moment_line_parent_class)->dispose (object);
}

static void
koyomi_moment_line_class_init (KoyomiMomentLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_moment_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_MOMENT_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_moment_line_init (KoyomiMomentLine *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 12);
  gtk_box_layout_set_homogeneous (layout, TRUE);
}

static gboolean
keep_day_cb (KoyomiDayEntry *entry,
             guint           day,
             gpointer        data)
{
  return TRUE;
}

/* Returns: whether it is one; says so where it is not */
static gboolean
check_time (KoyomiMomentLine *self,
            const char       *text)
{
  gboolean is_time = koyomi_time_read_typed (text, NULL) >= 0;

  if (!is_time)
    koyomi_text_field_set_message (self->time, koyomi_tr (self->language, "Not a time. Type 9:05 or 0905."));

  return is_time;
}

static gboolean
keep_time_cb (KoyomiMomentLine *self,
              const char       *text)
{
  return koyomi_text_is_blank (text) || check_time (self, text);
}

/* What is no time is said at once: nothing that leads to one is none. */
static void
time_typed_cb (KoyomiMomentLine *self)
{
  g_autofree char *text = koyomi_text_field_dup_text (self->time);

  keep_time_cb (self, text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
typed_cb (KoyomiMomentLine *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The captions are translated, and may have mnemonics. */
GtkWidget *
koyomi_moment_line_new (const char     *day_caption,
                        const char     *time_caption,
                        KoyomiLanguage  language)
{
  KoyomiMomentLine *self = g_object_new (KOYOMI_TYPE_MOMENT_LINE, NULL);

  self->language = language;
  self->day = KOYOMI_DAY_ENTRY (koyomi_day_entry_new (day_caption, language));
  self->time = KOYOMI_TEXT_FIELD (koyomi_text_field_new (time_caption));
  gtk_widget_set_parent (GTK_WIDGET (self->day), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->time), GTK_WIDGET (self));
  g_signal_connect (self->day, "commit", G_CALLBACK (keep_day_cb), NULL);
  g_signal_connect_object (self->time, "commit", G_CALLBACK (keep_time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_moment_line_get_day (self), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_moment_line_get_time (self), "changed", G_CALLBACK (time_typed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the entry of the day */
GtkWidget *
koyomi_moment_line_get_day (KoyomiMomentLine *self)
{
  g_return_val_if_fail (KOYOMI_IS_MOMENT_LINE (self), NULL);

  return koyomi_day_entry_get_input (self->day);
}

/* Returns: (transfer none): the entry of the time */
GtkWidget *
koyomi_moment_line_get_time (KoyomiMomentLine *self)
{
  g_return_val_if_fail (KOYOMI_IS_MOMENT_LINE (self), NULL);

  return koyomi_text_field_get_input (self->time);
}

/* @moment: (ms UTC) */
void
koyomi_moment_line_set (KoyomiMomentLine *self,
                        gint64            moment)
{
  g_autoptr(GDateTime) local = g_date_time_new_from_unix_local (moment / 1000);
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  g_return_if_fail (KOYOMI_IS_MOMENT_LINE (self));

  koyomi_day_entry_replace_day (self->day, koyomi_time_get_day (moment));
  koyomi_text_field_replace (self->time, time);
}

/* Returns: (ms UTC) what is typed; 0 while that is no day or no time */
gint64
koyomi_moment_line_read (KoyomiMomentLine *self)
{
  g_autofree char *time = NULL;
  g_autoptr(GDateTime) moment = NULL;
  guint32 day;
  int minutes, year, month, day_of_month;

  g_return_val_if_fail (KOYOMI_IS_MOMENT_LINE (self), 0);

  time = koyomi_text_field_dup_text (self->time);
  day = koyomi_day_read_typed (gtk_editable_get_text (GTK_EDITABLE (koyomi_moment_line_get_day (self))), koyomi_day_today (), NULL);
  minutes = koyomi_time_read_typed (time, NULL);
  if (day == KOYOMI_DAY_NONE || minutes < 0)
    return 0;

  koyomi_day_get (day, &year, &month, &day_of_month);
  moment = g_date_time_new_local (year, month, day_of_month, minutes / 60, minutes % 60, 0);

  return moment != NULL ? MAX (g_date_time_to_unix (moment), 0) * 1000 : 0;
}

/* Whether neither day nor time is typed. */
gboolean
koyomi_moment_line_is_empty (KoyomiMomentLine *self)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (KOYOMI_IS_MOMENT_LINE (self), FALSE);

  time = koyomi_text_field_dup_text (self->time);

  return koyomi_text_is_blank (time) && koyomi_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (koyomi_moment_line_get_day (self))));
}

/* Says what is wrong below what is typed. Returns: whether nothing is */
gboolean
koyomi_moment_line_check (KoyomiMomentLine *self)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (KOYOMI_IS_MOMENT_LINE (self), FALSE);

  time = koyomi_text_field_dup_text (self->time);
  check_time (self, time);

  return koyomi_day_entry_commit (self->day) && koyomi_moment_line_read (self) != 0;
}

/* @message: (nullable): what is wrong with the moment, translated */
void
koyomi_moment_line_set_message (KoyomiMomentLine *self,
                                const char       *message)
{
  g_return_if_fail (KOYOMI_IS_MOMENT_LINE (self));

  koyomi_day_entry_set_message (self->day, message);
}
