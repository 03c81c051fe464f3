#include "koyomi-form-dialog.h"

#include "koyomi-drop-names.h"
#include "koyomi-ui.h"

/* What is above and below the form itself, and how high that can be. */
#define FRAME_HEIGHT 120
#define MIN_HEIGHT 300
#define MAX_HEIGHT 640
#define TALL_HEIGHT 700

struct _KoyomiFormDialog
{
  AdwWindow  parent_instance;

  GtkWidget *cancel_button;
  GtkWidget *accept_button;
  GtkWidget *scroller;
  GtkWidget *body;
  GtkWidget *footer;
  GtkWidget *first_focus;    /* not owned */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFormDialog, cancel_button),
  KOYOMI_UI_CHILD (KoyomiFormDialog, accept_button),
  KOYOMI_UI_CHILD (KoyomiFormDialog, scroller),
  KOYOMI_UI_CHILD (KoyomiFormDialog, body),
  KOYOMI_UI_CHILD (KoyomiFormDialog, footer),
  KOYOMI_UI_END
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiFormDialog, koyomi_form_dialog, ADW_TYPE_WINDOW)

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiFormDialog *self = KOYOMI_FORM_DIALOG (widget);
  gboolean is_done = FALSE;

  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, &is_done);
  if (is_done)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Whether Enter would only choose again what is chosen. */
static gboolean
is_choice (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget))
    widget = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));

  return GTK_IS_CHECK_BUTTON (widget);
}

/* Enter on a choice does what the dialog is for, where the space bar chooses; with Ctrl also in a text of many lines. */
static gboolean
key_cb (KoyomiFormDialog *self,
        guint             key,
        guint             code,
        GdkModifierType   state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter) || focus == NULL ||
      (!is_choice (focus) && !(state & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);

  return GDK_EVENT_STOP;
}

static void
take_keys (KoyomiFormDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Once the window is there: a window that had its focus before is none to assistive technology. */
static void
koyomi_form_dialog_map (GtkWidget *widget)
{
  KoyomiFormDialog *self = KOYOMI_FORM_DIALOG (widget);

  GTK_WIDGET_CLASS (koyomi_form_dialog_parent_class)->map (widget);
  if (self->first_focus != NULL)
    gtk_widget_grab_focus (self->first_focus);
}

static void
koyomi_form_dialog_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_form_dialog_parent_class)->dispose (object);
}

static void
koyomi_form_dialog_class_init (KoyomiFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_form_dialog_dispose;
  widget_class->map = koyomi_form_dialog_map;

  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", KOYOMI_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_BOOLEAN, 0);
}

static void
koyomi_form_dialog_init (KoyomiFormDialog *self)
{
}

/* A long form is as high as the window behind it, and scrolls. */
static void
fit_into_parent (KoyomiFormDialog *self,
                 GtkWindow        *parent)
{
  int height = gtk_widget_get_height (GTK_WIDGET (parent)) - FRAME_HEIGHT;

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), CLAMP (height, MIN_HEIGHT, MAX_HEIGHT));
}

/* @accept_label: what the dialog is for, translated, with a mnemonic */
KoyomiFormDialog *
koyomi_form_dialog_new (GtkWindow      *parent,
                        KoyomiLanguage  language,
                        const char     *title,
                        const char     *accept_label)
{
  KoyomiFormDialog *self = g_object_new (KOYOMI_TYPE_FORM_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                                         "modal", TRUE, "title", title, NULL);

  koyomi_ui_build (self, KOYOMI_TYPE_FORM_DIALOG, "koyomi-form-dialog", language, children);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), accept_label);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept_button);
  fit_into_parent (self, parent);
  take_keys (self);

  return self;
}

void
koyomi_form_dialog_append (KoyomiFormDialog *self,
                           GtkWidget        *child)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_box_append (GTK_BOX (self->body), child);
}

/**
 * koyomi_form_dialog_append_choice:
 * @caption: translated; may have a mnemonic
 * @names: (transfer full)
 *
 * Returns: (transfer none): the drop-down
 */
GtkWidget *
koyomi_form_dialog_append_choice (KoyomiFormDialog *self,
                                  const char       *caption,
                                  GtkStringList    *names,
                                  guint             selected)
{
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  koyomi_form_dialog_append (self, koyomi_drop_down_caption (drop, caption));

  return drop;
}

/* @footer: stays in sight below the form */
void
koyomi_form_dialog_set_footer (KoyomiFormDialog *self,
                               GtkWidget        *footer)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_widget_set_hexpand (footer, TRUE);
  gtk_box_append (GTK_BOX (self->footer), footer);
  gtk_widget_set_visible (self->footer, TRUE);
}

/* @widget: in the dialog; where the focus is when it opens */
void
koyomi_form_dialog_set_first_focus (KoyomiFormDialog *self,
                                    GtkWidget        *widget)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  self->first_focus = widget;
}

/* Leaves room for what is hidden at first: a window does not grow with what is in it. */
void
koyomi_form_dialog_make_tall (KoyomiFormDialog *self)
{
  int height;

  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  height = gtk_widget_get_height (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  g_object_set (self, "default-height", CLAMP (height, MIN_HEIGHT, TALL_HEIGHT), NULL);
}

/* @editable: an entry or a spin button in the dialog, in which Enter does what the dialog is for */
void
koyomi_form_dialog_accept_on_enter (KoyomiFormDialog *self,
                                    GtkWidget        *editable)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (editable))), TRUE);
}

/* Whether there is something to do, and nothing wrong with it. */
void
koyomi_form_dialog_set_can_accept (KoyomiFormDialog *self,
                                   gboolean          can_accept)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept", can_accept);
}

/* What the dialog is for takes something away. */
void
koyomi_form_dialog_set_destructive (KoyomiFormDialog *self)
{
  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_widget_remove_css_class (self->accept_button, "suggested-action");
  gtk_widget_add_css_class (self->accept_button, "destructive-action");
}

/* Shows the dialog, once the form is complete. It comes into the window only now: a window in which something was hidden before it is
 * shown is none to assistive technology. */
void
koyomi_form_dialog_present (KoyomiFormDialog *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  g_return_if_fail (KOYOMI_IS_FORM_DIALOG (self));

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->body);
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_window_present (GTK_WINDOW (self));
}
