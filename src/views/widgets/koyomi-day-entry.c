#include "koyomi-day-entry.h"

#include "koyomi-day-input.h"
#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-text-field.h"

struct _KoyomiDayEntry
{
  GtkWidget        parent_instance;

  KoyomiLanguage   language;
  KoyomiTextField *field;
  GtkWidget       *button;
  guint32          day;           /* as last shown or handed in */
  guint32          reference;     /* what a typed day is near to where none is shown */
  gboolean         is_optional;
};

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiDayEntry, koyomi_day_entry, GTK_TYPE_WIDGET)

static void
koyomi_day_entry_dispose (GObject *object)
{
  KoyomiDayEntry *self = KOYOMI_DAY_ENTRY (object);

  if (self->field != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->field));
  self->field = NULL;

  G_OBJECT_CLASS (koyomi_day_entry_parent_class)->dispose (object);
}

static gboolean
koyomi_day_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_DAY_ENTRY (widget)->field));
}

static void
koyomi_day_entry_class_init (KoyomiDayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_day_entry_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_day_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", KOYOMI_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
}

static void
koyomi_day_entry_init (KoyomiDayEntry *self)
{
}

static char *
format_day (guint32 day)
{
  return day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup ("");
}

/* What a typed day is near to. */
static guint32
find_reference (KoyomiDayEntry *self)
{
  if (self->day != KOYOMI_DAY_NONE)
    return self->day;

  return self->reference != KOYOMI_DAY_NONE ? self->reference : koyomi_day_today ();
}

/* Hands in @day, and shows it as days are written here. */
static gboolean
hand_in (KoyomiDayEntry *self,
         guint32         day)
{
  guint32 before = self->day;
  gboolean is_taken = FALSE;

  self->day = day;
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, day, &is_taken);
  if (!is_taken)
    self->day = before;
  else if (self->day == day)
    koyomi_day_entry_replace_day (self, day);

  return is_taken;
}

static gboolean
read_text (KoyomiDayEntry *self,
           const char     *text,
           guint32        *day)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *day = KOYOMI_DAY_NONE;
  if (*stripped == '\0' && self->is_optional)
    return TRUE;

  *day = koyomi_day_read_typed (stripped, find_reference (self), NULL);

  return *day != KOYOMI_DAY_NONE;
}

static gboolean
commit_cb (KoyomiDayEntry *self,
           const char     *text)
{
  guint32 day;

  if (!read_text (self, text, &day))
    {
      koyomi_text_field_set_message (self->field, koyomi_tr (self->language, "Not a day. Type 2026-09-01, 9/1 or +14."));
      return FALSE;
    }

  return hand_in (self, day);
}

static void
day_chosen_cb (KoyomiDayEntry *self,
               GtkCalendar    *calendar)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (calendar);
  guint32 day = koyomi_day_new (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
  g_autofree char *text = koyomi_day_format (day);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (self->field)), text);
  koyomi_text_field_commit (self->field);
}

/* Built when it is first asked for. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       data)
{
  KoyomiDayEntry *self = data;
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr(GDateTime) date = NULL;
  int year, month, day;

  koyomi_day_get (find_reference (self), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
}

/* @caption: translated; may have a mnemonic */
GtkWidget *
koyomi_day_entry_new (const char     *caption,
                      KoyomiLanguage  language)
{
  KoyomiDayEntry *self = g_object_new (KOYOMI_TYPE_DAY_ENTRY, NULL);
  GtkWidget *field = koyomi_text_field_new (caption);

  self->language = language;
  self->field = KOYOMI_TEXT_FIELD (field);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->button, koyomi_tr (language, "Choose in a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (language, "Choose in a calendar"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (koyomi_text_field_get_input (self->field)), 10);
  koyomi_text_field_add_suffix (self->field, self->button);
  gtk_widget_set_parent (field, GTK_WIDGET (self));
  g_signal_connect_object (field, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the entry that the day is typed into */
GtkWidget *
koyomi_day_entry_get_input (KoyomiDayEntry *self)
{
  g_return_val_if_fail (KOYOMI_IS_DAY_ENTRY (self), NULL);

  return koyomi_text_field_get_input (self->field);
}

/* Nothing typed is an answer, too: no day. */
void
koyomi_day_entry_set_optional (KoyomiDayEntry *self,
                               gboolean        is_optional)
{
  g_return_if_fail (KOYOMI_IS_DAY_ENTRY (self));

  self->is_optional = is_optional;
}

/* @reference: the day that a typed one is near to while none is shown */
void
koyomi_day_entry_set_reference (KoyomiDayEntry *self,
                                guint32         reference)
{
  g_return_if_fail (KOYOMI_IS_DAY_ENTRY (self));

  self->reference = reference;
}

/* @message: (nullable): what is wrong with the day, translated */
void
koyomi_day_entry_set_message (KoyomiDayEntry *self,
                              const char     *message)
{
  g_return_if_fail (KOYOMI_IS_DAY_ENTRY (self));

  koyomi_text_field_set_message (self->field, message);
}

/* Returns: the day that was last shown or handed in */
guint32
koyomi_day_entry_get_day (KoyomiDayEntry *self)
{
  g_return_val_if_fail (KOYOMI_IS_DAY_ENTRY (self), KOYOMI_DAY_NONE);

  return self->day;
}

/* Shows what the plan has now, unless the person has typed something else. */
void
koyomi_day_entry_show_day (KoyomiDayEntry *self,
                           guint32         day)
{
  g_autofree char *text = format_day (day);

  g_return_if_fail (KOYOMI_IS_DAY_ENTRY (self));

  self->day = day;
  koyomi_text_field_show (self->field, text);
}

/* Shows @day whatever was typed. */
void
koyomi_day_entry_replace_day (KoyomiDayEntry *self,
                              guint32         day)
{
  g_autofree char *text = format_day (day);

  g_return_if_fail (KOYOMI_IS_DAY_ENTRY (self));

  self->day = day;
  koyomi_text_field_replace (self->field, text);
}

/* Hands in what was typed, if anything was.
 * Returns: FALSE when it is no day, or was not taken, and is still a draft */
gboolean
koyomi_day_entry_commit (KoyomiDayEntry *self)
{
  g_return_val_if_fail (KOYOMI_IS_DAY_ENTRY (self), FALSE);

  return koyomi_text_field_commit (self->field);
}
