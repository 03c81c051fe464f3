#include "koyomi-clock-row.h"

#include "koyomi-auditor.h"
#include "koyomi-clock-words.h"

typedef enum
{
  BUTTON_FILE,
  BUTTON_DRAFT,
  BUTTON_SET_DUE,
  BUTTON_DECIDE,
  N_BUTTONS
} Button;

struct _KoyomiClockRow
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *title;
  GtkWidget       *state;
  GtkWidget       *bar;
  GtkWidget       *detail;
  GtkWidget       *buttons[N_BUTTONS];
  const char      *style;
};

G_DEFINE_FINAL_TYPE (KoyomiClockRow, koyomi_clock_row, GTK_TYPE_WIDGET)

static void
koyomi_clock_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&KOYOMI_CLOCK_ROW (object)->workspace);

  G_OBJECT_CLASS (koyomi_clock_row_parent_class)->dispose (object);
}

static void
koyomi_clock_row_class_init (KoyomiClockRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_clock_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_clock_row_init (KoyomiClockRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_head (KoyomiClockRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = make_label (NULL);
  self->state = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_valign (self->state, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->state, "koyomi-clock-state");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->state);

  return box;
}

static GtkWidget *
make_button (KoyomiClockRow *self,
             Button          button)
{
  static const struct
  {
    const char *label;
    const char *action;
  } buttons[N_BUTTONS] = {
    [BUTTON_FILE] = { N_("Record Report Sent…"), "clock.file" },
    [BUTTON_DRAFT] = { N_("Draft…"), "clock.draft" },
    [BUTTON_SET_DUE] = { N_("Set Time…"), "clock.set-due" },
    [BUTTON_DECIDE] = { N_("Decide…"), "clock.decide" },
  };
  GtkWidget *widget = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace, buttons[button].label));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), buttons[button].action);
  gtk_widget_add_css_class (widget, "koyomi-small");

  return widget;
}

static GtkWidget *
make_buttons (KoyomiClockRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < N_BUTTONS; i++)
    self->buttons[i] = make_button (self, i);
  gtk_box_append (GTK_BOX (line), self->buttons[BUTTON_FILE]);
  gtk_box_append (GTK_BOX (line), self->buttons[BUTTON_DRAFT]);
  gtk_box_append (GTK_BOX (line), self->buttons[BUTTON_DECIDE]);

  return line;
}

/* Why there is no limit, and beside it what can be done about that. */
static GtkWidget *
make_details (KoyomiClockRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->detail = make_label ("caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_widget_set_hexpand (self->detail, TRUE);
  gtk_widget_set_valign (self->buttons[BUTTON_SET_DUE], GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->detail);
  gtk_box_append (GTK_BOX (line), self->buttons[BUTTON_SET_DUE]);

  return line;
}

GtkWidget *
koyomi_clock_row_new (KoyomiWorkspace *workspace)
{
  KoyomiClockRow *self = g_object_new (KOYOMI_TYPE_CLOCK_ROW, NULL);
  GtkWidget *buttons;

  self->workspace = g_object_ref (workspace);
  buttons = make_buttons (self);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "koyomi-clock");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (make_details (self), GTK_WIDGET (self));
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static void
set_style (KoyomiClockRow *self,
           const char     *style)
{
  if (self->style != NULL)
    {
      gtk_widget_remove_css_class (self->state, self->style);
      gtk_widget_remove_css_class (self->bar, self->style);
    }
  self->style = style;
  gtk_widget_add_css_class (self->state, style);
  gtk_widget_add_css_class (self->bar, style);
}

static void
show_buttons (KoyomiClockRow            *self,
              const KoyomiIncidentClock *clock)
{
  KoyomiClockState state = clock->state;
  gboolean is_open = state == KOYOMI_CLOCK_STATE_DUE || state == KOYOMI_CLOCK_STATE_LATE;
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);
  gboolean has_own_time = is_open && (clock->lack == KOYOMI_CLOCK_LACKS_NUMBER || clock->lack == KOYOMI_CLOCK_LACKS_AMOUNT);

  gtk_button_set_label (GTK_BUTTON (self->buttons[BUTTON_FILE]),
                        koyomi_workspace_tr (self->workspace, state == KOYOMI_CLOCK_STATE_FILED ? N_("Correct…")
                                                                                               : N_("Record Report Sent…")));
  gtk_widget_set_visible (self->buttons[BUTTON_FILE], (is_open || state == KOYOMI_CLOCK_STATE_FILED) && can_edit);
  gtk_widget_set_visible (self->buttons[BUTTON_DRAFT], (is_open || state == KOYOMI_CLOCK_STATE_FILED) &&
                          !koyomi_session_is_for_auditor (koyomi_workspace_get_session (self->workspace)));
  gtk_widget_set_visible (self->buttons[BUTTON_SET_DUE], has_own_time && can_edit);
  gtk_widget_set_visible (self->buttons[BUTTON_DECIDE], !is_open && state != KOYOMI_CLOCK_STATE_FILED && can_edit);
}

/* What a screen reader says of it: several rows have the same buttons. */
static void
name (KoyomiClockRow *self)
{
  g_autofree char *text = g_strdup_printf ("%s, %s", gtk_label_get_label (GTK_LABEL (self->title)),
                                           gtk_label_get_label (GTK_LABEL (self->state)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_label (GTK_LABEL (self->title)), -1);
}

static void
show_bar (KoyomiClockRow            *self,
          const KoyomiIncidentClock *clock,
          gint64                     now)
{
  double fraction = koyomi_clock_words_fraction (clock, now);

  gtk_widget_set_visible (self->bar, fraction >= 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MAX (fraction, 0));
}

void
koyomi_clock_row_show (KoyomiClockRow            *self,
                       const KoyomiIncidentClock *clock,
                       gint64                     now)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  gboolean is_decided = clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE;
  g_autofree char *title = koyomi_incident_clock_dup_title (clock, language);
  g_autofree char *state = koyomi_clock_words_state (clock, now, language);
  g_autofree char *detail = is_decided ? koyomi_clock_words_decision (clock, language) : koyomi_clock_words_detail (clock, language);

  g_return_if_fail (KOYOMI_IS_CLOCK_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, koyomi_record_get_text (clock->clock, KOYOMI_CLOCK_TRIGGER_TEXT));
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, *detail != '\0');
  set_style (self, koyomi_clock_words_style (clock));
  show_bar (self, clock, now);
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "x", koyomi_record_get_id (clock->clock));
  show_buttons (self, clock);
  name (self);
}
