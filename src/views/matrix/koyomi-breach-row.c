#include "koyomi-breach-row.h"

#include "koyomi-function-card.h"
#include "koyomi-record-window.h"
#include "koyomi-rule-face.h"
#include "koyomi-teams-window.h"
#include "koyomi-waive-dialog.h"
#include "koyomi-waiver-edit.h"

enum
{
  JUMP_FUNCTION,
  JUMP_TEAM,
  JUMP_CONTRACT,
  JUMP_RUN,
  JUMP_MATRIX,
  N_JUMPS
};

static const char * const jump_labels[N_JUMPS] = {
  [JUMP_FUNCTION] = N_("Function"),
  [JUMP_TEAM] = N_("Team"),
  [JUMP_CONTRACT] = N_("Contract"),
  [JUMP_RUN] = N_("Calendar"),
  [JUMP_MATRIX] = N_("Matrix"),
};

static const char * const jump_tips[N_JUMPS] = {
  [JUMP_FUNCTION] = N_("Show the function"),
  [JUMP_TEAM] = N_("Show the team"),
  [JUMP_CONTRACT] = N_("Show the contract"),
  [JUMP_RUN] = N_("Show the run in the calendar"),
  [JUMP_MATRIX] = N_("Show in the matrix"),
};

struct _KoyomiBreachRow
{
  GtkListBoxRow    parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiBreach    *breach;            /* NULL until one is shown */
  GtkWidget       *icon;              /* not owned, as are those below */
  GtkWidget       *sentence;
  GtkWidget       *details;
  GtkWidget       *jumps[N_JUMPS];
  GtkWidget       *accept_button;
  GtkWidget       *back_button;
};

enum
{
  SIGNAL_RUN_ACTIVATED,
  SIGNAL_CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiBreachRow, koyomi_breach_row, GTK_TYPE_LIST_BOX_ROW)

static void
koyomi_breach_row_dispose (GObject *object)
{
  KoyomiBreachRow *self = KOYOMI_BREACH_ROW (object);

  g_clear_object (&self->breach);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_breach_row_parent_class)->dispose (object);
}

static void
koyomi_breach_row_class_init (KoyomiBreachRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_breach_row_dispose;

  signals[SIGNAL_RUN_ACTIVATED] = g_signal_new ("run-activated", KOYOMI_TYPE_BREACH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CELL_ACTIVATED] = g_signal_new ("cell-activated", KOYOMI_TYPE_BREACH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
koyomi_breach_row_init (KoyomiBreachRow *self)
{
}

/* What lies behind a button; 0 where the breach has no such thing. */
static gint64
get_target (KoyomiBreach *breach,
            guint         jump)
{
  const gint64 targets[N_JUMPS] = {
    [JUMP_FUNCTION] = breach->function_id,
    [JUMP_TEAM] = breach->team_id,
    [JUMP_CONTRACT] = breach->contract_id,
    [JUMP_RUN] = breach->occurrence_id,
    [JUMP_MATRIX] = breach->function_id != 0 ? breach->function_id : breach->team_id,
  };

  return targets[jump];
}

static void
jump_cb (KoyomiBreachRow *self,
         GtkWidget       *button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (button == self->jumps[JUMP_FUNCTION])
    koyomi_function_card_present_teams (window, self->workspace, self->breach->function_id);
  else if (button == self->jumps[JUMP_TEAM])
    koyomi_teams_window_present (window, self->workspace, self->breach->team_id);
  else if (button == self->jumps[JUMP_CONTRACT])
    koyomi_record_window_present_contract (window, self->workspace, self->breach->contract_id, FALSE);
  else if (button == self->jumps[JUMP_MATRIX])
    g_signal_emit (self, signals[SIGNAL_CELL_ACTIVATED], 0, self->breach->function_id, self->breach->team_id);
  else
    g_signal_emit (self, signals[SIGNAL_RUN_ACTIVATED], 0, self->breach->occurrence_id);
}

static gboolean
accept (gpointer         breach,
        KoyomiSession   *session,
        const char      *reason,
        const char      *decided_by,
        guint32          until_day,
        KoyomiLanguage   language,
        GError         **error)
{
  return koyomi_session_waive_breach (session, breach, reason, decided_by, until_day, language, error);
}

static void
accept_cb (KoyomiBreachRow *self)
{
  koyomi_waive_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, self->breach->sentence, accept,
                               G_OBJECT (self->breach));
}

static void
back_cb (KoyomiBreachRow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_take_waiver_back (koyomi_workspace_get_session (self->workspace), self->breach,
                                        koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The breach is still accepted")), error);
}

static GtkWidget *
add_button (KoyomiBreachRow *self,
            GtkWidget       *box,
            const char      *label,
            const char      *tip,
            GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_label (koyomi_workspace_tr (self->workspace, label));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "koyomi-jump");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (button, koyomi_workspace_tr (self->workspace, tip));
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_buttons (KoyomiBreachRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);

  for (guint i = 0; i < N_JUMPS; i++)
    self->jumps[i] = add_button (self, box, jump_labels[i], jump_tips[i], G_CALLBACK (jump_cb));
  self->accept_button = add_button (self, box, N_("Accept…"), N_("Accept the breach until a day, with a reason"), G_CALLBACK (accept_cb));
  self->back_button = add_button (self, box, N_("Take Back"), N_("Accept the breach no longer"), G_CALLBACK (back_cb));
  gtk_widget_set_sensitive (self->accept_button, can_edit);
  gtk_widget_set_sensitive (self->back_button, can_edit);

  return box;
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

GtkWidget *
koyomi_breach_row_new (KoyomiWorkspace *workspace)
{
  KoyomiBreachRow *self = g_object_new (KOYOMI_TYPE_BREACH_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->workspace = g_object_ref (workspace);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 3);
  self->sentence = add_label (box);
  self->details = add_label (box);
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_hexpand (box, TRUE);

  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), box);
  gtk_widget_set_margin_top (line, 9);
  gtk_widget_set_margin_bottom (line, 3);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);

  return GTK_WIDGET (self);
}

/* The rule; of an accepted breach why, until when and by whom. */
static char *
describe (KoyomiBreachRow *self,
          KoyomiBreach    *breach)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  return breach->is_waived ? koyomi_rule_face_describe_waiver (breach->waiver, language) : g_strdup (koyomi_rule_get_name (breach->rule, language));
}

static void
show_button (GtkWidget  *button,
             gboolean    is_shown,
             const char *sentence)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_widget_get_tooltip_text (button), sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, is_shown);
}

void
koyomi_breach_row_show (KoyomiBreachRow *self,
                        KoyomiBreach    *breach)
{
  g_autofree char *details = describe (self, breach);

  g_set_object (&self->breach, breach);
  koyomi_rule_face_show_severity (self->icon, koyomi_rule_get_severity (breach->rule), koyomi_workspace_get_language (self->workspace));
  gtk_label_set_label (GTK_LABEL (self->sentence), breach->sentence);
  gtk_label_set_label (GTK_LABEL (self->details), details);

  for (guint i = 0; i < N_JUMPS; i++)
    show_button (self->jumps[i], get_target (breach, i) != 0, breach->sentence);
  show_button (self->accept_button, !breach->is_waived, breach->sentence);
  show_button (self->back_button, breach->is_waived, breach->sentence);
}

/* Returns: (transfer none) (nullable) */
KoyomiBreach *
koyomi_breach_row_get_breach (KoyomiBreachRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_BREACH_ROW (self), NULL);

  return self->breach;
}
