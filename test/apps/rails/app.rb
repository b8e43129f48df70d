# frozen_string_literal: true

# A real Rails application in one file (and a session store beside it), run by Debian's Ruby and Rails packages without bundler.
#
#   ruby app.rb serve   the application on HOST:PORT; prints {"url":…} as its first line, ends when its standard input closes
#   ruby app.rb open    JSON lines {name, value, kind?, settings?} on standard input -> what Rails reads from each cookie
#   ruby app.rb seal    JSON lines {session, settings?} or {name, value, kind, settings?} -> the Set-Cookie line Rails writes
#
# `value` is the value as sent, percent-encoded. `settings` overrides the environment variables below for one line.

ENV["RAILS_ENV"] ||= "test"
require "json"
require "logger"
require "rails"
require "action_controller/railtie"
require "active_record"
require_relative "active_record_store"

# The environment variables, with their defaults.
class Settings
  def initialize(variables)
    @variables = variables
  end

  def secret_key_base = text("SECRET_KEY_BASE") || "7e57" * 32
  def old_secret = text("OLD_SECRET")
  # Path of a file as it would stand in config/initializers.
  def initializer = text("INITIALIZER")
  def key_digest = one_of("KEY_DIGEST", %w[sha1 sha256])
  def serializer = one_of("SERIALIZER", %w[json hybrid marshal]).to_sym
  def cipher = one_of("CIPHER", %w[gcm cbc signed])
  def store = one_of("STORE", %w[cookie cache active_record null disabled])
  def metadata = flag("METADATA", true)
  def same_site = one_of("SAME_SITE", %w[lax strict none omit]).then { |value| value == "omit" ? nil : value.to_sym }
  def csrf = one_of("CSRF", %w[off exception reset_session null_session])
  def errors = one_of("ERRORS", %w[debug public])
  def extra_cookies = (text("COOKIES") || "").split(",").map(&:strip)
  def timeout_in = text("TIMEOUT_IN")&.to_i&.seconds
  def log_file = text("LOG_FILE")
  def host = text("HOST") || "127.0.0.1"
  def port = Integer(text("PORT") || "0")

  def session_options
    { key: text("SESSION_KEY") || "_shop_session", httponly: flag("HTTPONLY", true), secure: flag("SECURE", false),
      expire_after: text("EXPIRE_AFTER")&.to_i, domain: text("DOMAIN") }.compact
  end

  # What `config.session_store` is given. `null` is the cache store on a cache that keeps nothing, as `config.cache_store = :null_store`
  # of a development environment makes it; `disabled` is no session at all: signing in then raises.
  def session_store
    case store
    when "cookie" then [:cookie_store, session_options]
    when "cache" then [:cache_store, session_options.merge(cache: ActiveSupport::Cache::MemoryStore.new)]
    when "null" then [:cache_store, session_options.merge(cache: ActiveSupport::Cache::NullStore.new)]
    when "active_record" then [ActiveRecordStore, session_options]
    when "disabled" then [:disabled, {}]
    end
  end

  # Rails 6.1 always derives with SHA1; SHA256 is what Rails 7.0 and later do.
  def key_generator(secret = secret_key_base)
    generator = key_digest == "sha1" ? ActiveSupport::KeyGenerator.new(secret, iterations: 1000) : Sha256KeyGenerator.new(secret)
    ActiveSupport::CachingKeyGenerator.new(generator)
  end

  def rotations
    return Rails.application.config.action_dispatch.cookies_rotations unless old_secret

    ActiveSupport::Messages::RotationConfiguration.new.tap do |rotations|
      old = key_generator(old_secret)
      rotations.rotate :encrypted, old.generate_key("authenticated encrypted cookie", 32)
      rotations.rotate :signed, old.generate_key("signed cookie", 64)
    end
  end

  # What Rails::Application hands to its cookie middleware with every request.
  def request_env
    { "action_dispatch.secret_key_base" => cipher == "signed" ? nil : secret_key_base,
      "action_dispatch.key_generator" => key_generator,
      "action_dispatch.cookies_serializer" => serializer,
      "action_dispatch.use_authenticated_cookie_encryption" => cipher != "cbc",
      "action_dispatch.use_cookies_with_metadata" => metadata,
      "action_dispatch.cookies_same_site_protection" => same_site.then { |value| proc { value } },
      "action_dispatch.cookies_rotations" => rotations }
  end

  private

  def text(name) = @variables[name].to_s.then { |value| value.empty? ? nil : value }

  def flag(name, default) = text(name) ? %w[1 on true yes].include?(text(name).downcase) : default

  # The first value is the default.
  def one_of(name, values)
    value = (text(name) || values.first).downcase
    values.include?(value) ? value : raise(ArgumentError, "#{name} must be one of #{values.join(", ")}")
  end
end

class Sha256KeyGenerator
  def initialize(secret)
    @secret = secret
  end

  def generate_key(salt, size = 64) = OpenSSL::PKCS5.pbkdf2_hmac(@secret, salt, 1000, size, OpenSSL::Digest.new("SHA256"))
end

SETTINGS = Settings.new(ENV)

# What the server did, one JSON line for every response: the truth that a test compares with what the extension shows.
class ResponseLog
  def initialize(app)
    @app = app
    @lines = []
    @lock = Mutex.new
    @file = SETTINGS.log_file && File.open(SETTINGS.log_file, "a").tap { |file| file.sync = true }
  end

  def call(env)
    return serve(env) if env["PATH_INFO"] == "/__log"

    method = env["REQUEST_METHOD"]
    status, headers, body = @app.call(env)
    record(method, env, status, headers)
    [status, headers, body]
  end

  private

  def serve(env)
    @lock.synchronize { @lines.clear } if env["REQUEST_METHOD"] == "DELETE"
    [200, { "Content-Type" => "application/json", "Cache-Control" => "no-store" }, [JSON.generate(@lock.synchronize { @lines.dup })]]
  end

  def record(method, env, status, headers)
    session = env["rack.session"]
    set_cookie = Array(headers["Set-Cookie"] || headers["set-cookie"]).flat_map { |value| value.split("\n") }
    line = {
      at: Time.now.utc.iso8601(3), method: method, url: Rack::Request.new(env).url, status: status,
      location: headers["Location"] || headers["location"], request_cookie: env["HTTP_COOKIE"],
      set_cookie: set_cookie, cookies: set_cookie.map { |cookie| measure(cookie) },
      session: session.respond_to?(:loaded?) && session.loaded? ? session.to_hash.as_json : nil,
      exception: env["witness.exception"], overflow: env["witness.overflow"]
    }
    @lock.synchronize do
      @lines << { n: @lines.size + 1, **line }
      @file&.puts(JSON.generate(@lines.last))
    end
  end

  def measure(cookie)
    name, value = cookie.split(";", 2).first.split("=", 2)
    { name: name, raw_value: Rack::Utils.unescape(value).bytesize, wire_name_value: name.bytesize + value.bytesize }
  end
end

# Notes the class of what the application raised, before the error page hides it.
class ExceptionWitness
  def initialize(app)
    @app = app
  end

  def call(env)
    @app.call(env)
  rescue Exception => error # rubocop:disable Lint/RescueException
    env["witness.exception"] = error.class.name
    raise
  end
end

# Notes how large the cookie would have been that Rails refuses to send.
module OverflowWitness
  private

  def commit(name, options)
    super
  rescue ActionDispatch::Cookies::CookieOverflow
    request.set_header("witness.overflow", { name: name, raw_value: options[:value].bytesize })
    raise
  end
end
ActionDispatch::Cookies::EncryptedKeyRotatingCookieJar.prepend(OverflowWitness)
ActionDispatch::Cookies::SignedKeyRotatingCookieJar.prepend(OverflowWitness)

class Shop < Rails::Application
  config.load_defaults 6.1
  config.root = __dir__
  config.eager_load = false
  config.cache_classes = true
  config.secret_key_base = SETTINGS.secret_key_base
  config.hosts.clear
  config.logger = Logger.new(nil)
  config.public_file_server.enabled = false
  config.consider_all_requests_local = SETTINGS.errors == "debug"
  config.action_controller.default_protect_from_forgery = false
  SETTINGS.session_store.then { |store, options| config.session_store store, **options }
  initializer("given") { load SETTINGS.initializer } if SETTINGS.initializer
  config.middleware.insert_before 0, ResponseLog
  config.middleware.insert_after ActionDispatch::DebugExceptions, ExceptionWitness

  REQUEST_ENV = SETTINGS.request_env.freeze

  def env_config = @shop_env_config ||= super.merge(REQUEST_ENV)
end

ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: ":memory:", pool: 1, idle_timeout: 0)

ActiveRecordStore.create_table if SETTINGS.store == "active_record"

class User < ActiveRecord::Base
  # The one connection holds the in-memory database; whoever takes it gives it back at once.
  def self.fetch(&block) = connection_pool.with_connection(&block)
end

User.fetch do |connection|
  connection.create_table(:users) do |table|
    table.string :email
    table.string :name
    table.timestamps
  end
  User.create!(id: 42, email: "ana@shop.test", name: "Ana Silva")
end

class ShopController < ActionController::Base
  protect_from_forgery(with: SETTINGS.csrf.to_sym) unless SETTINGS.csrf == "off"

  LAYOUT = <<~ERB
    <!doctype html><html lang="en"><meta charset="utf-8"><title><%= title %> – Rails test shop</title>
    <h1><%= title %></h1><p id="notice"><%= notice %></p><%= body %>
    <p><a href="/">Home</a> <a href="/read">Only read</a> <a href="/untouched">Never touch the session</a></p></html>
  ERB

  before_action :time_out if SETTINGS.timeout_in

  private

  # What Devise's timeoutable does with each request of somebody who is signed in.
  def time_out
    return unless session[:user_id]

    last = session["warden.user.user.session"]&.fetch("last_request_at")
    if last && Time.at(last) <= SETTINGS.timeout_in.ago
      session.clear
      redirect_to "/sign_in", notice: "Your session expired."
    else
      session["warden.user.user.session"] = { "last_request_at" => Time.now.to_i }
    end
  end

  def page(title, body = "", notice = nil, status: 200)
    render inline: LAYOUT, locals: { title: title, body: body.html_safe, notice: notice }, status: status
  end

  # Writes the CSRF token into the session, as every Rails form does.
  def shop_form(action, button, fields = {})
    inputs = fields.merge(authenticity_token: form_authenticity_token).map do |name, value|
      view_context.tag.input(type: value ? "hidden" : "text", name: name, value: value || "ana@shop.test")
    end
    view_context.tag.form(view_context.safe_join(inputs) + view_context.tag.button(button), action: action, method: "post")
  end
end

class SessionsController < ShopController
  def home
    return page("Home", '<p><a href="/sign_in">Sign in</a></p>', flash[:notice]) unless session[:user_id]

    user = User.fetch { User.find(session[:user_id]) }
    sign_out = shop_form("/sign_out", "Sign out", _method: "delete")
    page("Home", "<p>Signed in as #{user.name}. <a href=\"/cart\">Cart</a> <a href=\"/sign_out\">Sign out by link</a></p>#{sign_out}", flash[:notice])
  end

  def new = page("Sign in", shop_form("/sign_in", "Sign in", email: nil), flash[:notice])

  # A page for those who are signed in; a name that is too short comes back with an error, as Turbo wants it.
  def account
    return redirect_to("/sign_in", notice: "Please sign in.") unless session[:user_id]

    short = params[:name] && params[:name].length < 3
    page("Account", shop_form("/account", "Rename", name: nil), short ? "The name is too short." : nil, status: short ? 422 : 200)
  end

  # `keep` forgets the reset that defeats session fixation; `bytes` takes something large over into the session.
  def create
    reset_session unless params[:keep]
    session[:user_id] = 42
    session[:basket] = "b" * params[:bytes].to_i if params[:bytes]
    SETTINGS.extra_cookies.each { |kind| CookiesController.write(cookies, kind) }
    redirect_to "/", notice: "Welcome back, Ana!"
  end

  def destroy
    reset_session
    redirect_to "/", notice: "Signed out."
  end
end

class CartsController < ShopController
  def show
    items = Array(session[:cart])
    forms = [100, 500, 1500].map { |bytes| shop_form("/cart", "Add #{bytes} bytes", bytes: bytes) }.join
    page("Cart", "<p><output>#{items.size}</output> items</p>#{forms}#{shop_form("/cart", "Empty the cart", _method: "delete")}", flash[:notice])
  end

  # One item of exactly so many bytes of text, different for each item.
  def create
    items = Array(session[:cart])
    bytes = Integer(params.fetch(:bytes, 100))
    session[:cart] = items + ["item #{items.size + 1} ".ljust(bytes, "abcdefghijklmnopqrstuvwxyz")[0, bytes]]
    redirect_to "/cart"
  end

  def destroy
    session.delete(:cart)
    redirect_to "/cart", notice: "The cart is empty."
  end
end

class SnapshotsController < ShopController
  # A whole record in the session: a Hash under the JSON serializer, the model itself under Marshal.
  def create
    user = User.fetch { User.find(42) }
    params[:in] == "flash" ? flash[:account] = user : session[:account] = user
    redirect_to "/read"
  end

  # Changes the row and leaves the copy in the session as it is.
  def update
    User.fetch { User.find(42).update!(name: params.fetch(:name, "Ana Souza")) }
    redirect_to "/read"
  end
end

class CookiesController < ShopController
  RECIPES = {
    "plain" => ->(jar) { jar[:theme] = "dark" },
    "signed" => ->(jar) { jar.signed[:basket_id] = 7 },
    "encrypted" => ->(jar) { jar.encrypted[:discount] = { "code" => "SPRING", "percent" => 10 } },
    "permanent" => ->(jar) { jar.signed.permanent[:remember_user_token] = [[42], "salt", "1768478400.0"] },
    "large" => ->(jar) { jar.encrypted[:large] = "x" * 4096 }
  }.freeze

  def self.write(jar, kind) = RECIPES.fetch(kind).call(jar)
  SETTINGS.extra_cookies.each { |kind| RECIPES.fetch(kind) }

  def create
    self.class.write(cookies, params[:kind])
    page("Cookie #{params[:kind]}")
  end

  def show
    render json: { plain: cookies[:theme], signed: cookies.signed[:basket_id], encrypted: cookies.encrypted[:discount],
                   permanent: cookies.signed[:remember_user_token] }
  end
end

class PagesController < ShopController
  def read = page("Only read", "<pre>#{ERB::Util.h(JSON.pretty_generate(session.to_hash.as_json))}</pre>")

  def untouched = page("Never touched")

  def flash_message
    flash[:notice] = "A message for the next page."
    redirect_to "/"
  end

  # 304 with a session write: the ETag stays, the counter does not.
  def not_modified
    session[:views] = session[:views].to_i + 1
    page("Seen before") if stale?(etag: "shop", template: false)
  end

  def frames = page("Frames", '<iframe src="/frame/left?delay=400"></iframe><iframe src="/frame/right?delay=1000"></iframe>')

  # Both frames are asked for at once, with the same session.
  def frame
    sleep(params[:delay].to_i.clamp(0, 5000) / 1000.0) if params[:delay]
    session["frame_#{params[:side]}"] = "seen"
    page("Frame #{params[:side]}")
  end

  def fetches
    script = 'Promise.all(["a","b","c"].map((key) => fetch(`/write?key=${key}&value=1`))).then(() => { document.title = "Fetched"; });'
    page("Fetching", "<script>#{script}</script>")
  end

  # `delay` in milliseconds lets two requests overlap.
  def write
    session.keys
    sleep(params[:delay].to_i.clamp(0, 5000) / 1000.0) if params[:delay]
    session[params.fetch(:key)] = params[:value]
    render json: session.to_hash
  end

  def reset
    reset_session
    render json: session.to_hash
  end

  # Signed out in the rudest way: the cookie itself is deleted.
  def clear
    sleep(params[:delay].to_i.clamp(0, 5000) / 1000.0) if params[:delay]
    request.session_options[:skip] = true
    cookies.delete(SETTINGS.session_options[:key])
    page("Cleared")
  end

  # The store loses its rows, as by a task that trims the table; whoever asks has no part in it.
  def evict
    request.session_options[:skip] = true
    ActiveRecordStore::Row.connection_pool.with_connection { ActiveRecordStore::Row.delete_all }
    head :no_content
  end
end

Shop.routes.append do
  root "sessions#home"
  get "sign_in" => "sessions#new"
  post "sign_in" => "sessions#create"
  match "account" => "sessions#account", via: %i[get post]
  get "sign_out" => "sessions#destroy"
  delete "sign_out" => "sessions#destroy"
  get "cart" => "carts#show"
  post "cart" => "carts#create"
  delete "cart" => "carts#destroy"
  match "snapshot" => "snapshots#create", via: %i[get post]
  match "profile" => "snapshots#update", via: %i[post patch]
  get "cookies" => "cookies#show"
  get "cookies/:kind" => "cookies#create", constraints: { kind: Regexp.union(CookiesController::RECIPES.keys) }
  get "flash" => "pages#flash_message"
  get "frame/:side" => "pages#frame", constraints: { side: /left|right/ }
  match "write" => "pages#write", via: %i[get post]
  %w[read untouched not_modified frames fetches reset clear evict].each { |name| get name => "pages##{name}" }
end

# One cookie at a time through the real middleware: ActionDispatch::Cookies and ActionDispatch::Session::CookieStore.
class CookieBench
  SESSION = "session"

  def self.open(line)
    name, kind = line.fetch("name"), line["kind"] || SESSION
    options = kind == SESSION ? { "SESSION_KEY" => name } : {}
    read = nil
    call(line, options, "#{name}=#{line.fetch("value")}") do |request|
      read = kind == SESSION ? request.session.tap(&:keys).to_hash : request.cookie_jar.public_send(kind)[name]
    end
    { name: name, ok: kind == SESSION ? read.any? : !read.nil?, value: read.as_json }
  end

  def self.seal(line)
    _, headers, = call(line) do |request|
      next request.session.update(line["session"]) if line["session"]

      line.fetch("kind").split(".").reduce(request.cookie_jar) { |jar, step| jar.public_send(step) }[line.fetch("name")] = line["value"]
    end
    { set_cookie: headers["Set-Cookie"].to_s.split("\n") }
  end

  def self.call(line, options = {}, cookie = nil)
    settings = Settings.new(ENV.to_h.merge(line["settings"] || {}, options))
    endpoint = lambda do |env|
      yield ActionDispatch::Request.new(env)
      [200, {}, []]
    end
    store = ActionDispatch::Session::CookieStore.new(endpoint, settings.session_options)
    env = Rack::MockRequest.env_for("/", "HTTP_COOKIE" => cookie).merge(Rails.application.env_config, settings.request_env)
    ActionDispatch::Cookies.new(store).call(env)
  end

  def self.run(verb)
    $stdin.each_line do |text|
      answer = public_send(verb, JSON.parse(text))
    rescue StandardError => error
      answer = { ok: false, exception: error.class.name, message: error.message }
    ensure
      $stdout.puts JSON.generate(answer) if answer
    end
  end
end

def serve
  require "puma"
  require "puma/server"
  Shop.initialize!
  server = Puma::Server.new(Shop)
  server.add_tcp_listener(SETTINGS.host, SETTINGS.port)
  thread = server.run
  puts JSON.generate(url: "http://#{SETTINGS.host}:#{server.connected_ports.first}", rails: Rails.version, ruby: RUBY_VERSION, pid: Process.pid)
  $stdout.flush
  %w[INT TERM].each { |signal| trap(signal) { Thread.new { server.stop } } }
  # Whoever started this holds its standard input: when that process ends in any way, so does this one, with the connections that a
  # browser keeps open.
  Thread.new { $stdin.read and server.halt }
  thread.join
end

case ARGV.first || "serve"
when "serve" then serve
when "open", "seal"
  Shop.initialize!
  CookieBench.run(ARGV.first)
else abort "usage: ruby app.rb [serve|open|seal]"
end
