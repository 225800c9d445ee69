"""A real aiogram webhook that answers with a method in the response's body."""

from __future__ import annotations

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.support.telegram import TelegramStandIn


async def test_a_method_in_aiograms_multipart_answer_is_executed() -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> SendMessage:
        return message.answer(f"Ви написали: {message.text}")

    async with TelegramStandIn() as telegram:
        session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.base_url))
        async with Bot(telegram.token, session=session) as bot:
            handler = SimpleRequestHandler(
                dispatcher, bot, handle_in_background=False, secret_token="s3cret"
            )
            app = web.Application()
            handler.register(app, "/hook")
            runner = web.AppRunner(app)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            port = runner.addresses[0][1]
            await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")

            reply = await telegram.person(11, "Олена").private().ask("Привіт")

            assert reply.text == "Ви написали: Привіт"
            await bot.delete_webhook()
            await runner.cleanup()
